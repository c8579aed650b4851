package io.schemachain.dialect;

import io.schemachain.model.Names;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Raw SQL that would change what an operation made, and leave the model as it was. */
final class RawObjects {
  private static final Map<String, ObjectKind> KINDS =
      Map.of(
          "VIEW", ObjectKind.VIEW,
          "MATERIALIZED", ObjectKind.MATERIALIZED_VIEW,
          "FUNCTION", ObjectKind.FUNCTION,
          "ALIAS", ObjectKind.FUNCTION,
          "PROCEDURE", ObjectKind.PROCEDURE,
          "PROC", ObjectKind.PROCEDURE,
          "TRIGGER", ObjectKind.TRIGGER);

  private static final Set<String> BEFORE_NAME = Set.of("VIEW", "IF", "NOT", "EXISTS");

  private RawObjects() {}

  /** Why a statement that is free by its words is not; empty if it is. */
  static Optional<RawSql.Refusal> refusal(
      List<SqlToken> tokens, String statement, RawStatement subject, Schema before) {
    if (before.objects().isEmpty() || tokens.isEmpty() || !defines(tokens)) {
      return Optional.empty();
    }
    for (int i = 1; i < tokens.size(); i++) {
      ObjectKind kind = tokens.get(i).isWord() ? KINDS.get(tokens.get(i).text()) : null;
      if (kind != null) {
        String name = name(tokens, i + 1, statement);
        return before.objects().stream()
            .filter(o -> o.kind() == kind && Names.fold(o.name().name()).equals(name))
            .findFirst()
            .map(object -> refusal(object, subject));
      }
    }
    return Optional.empty();
  }

  private static RawSql.Refusal refusal(SchemaObject object, RawStatement subject) {
    String word = object.kind().words().replace(' ', '_');
    return new RawSql.Refusal(
        subject.subject()
            + " changes the "
            + object.kind().words()
            + " "
            + object.name()
            + ", which an operation made.",
        "Use create_"
            + word
            + " with `replace: true` or drop_"
            + word
            + ", or add `effects:` with the operations it amounts to.",
        0);
  }

  /** ALTER of an owner or an option changes nothing that the model holds. */
  private static boolean defines(List<SqlToken> tokens) {
    SqlToken verb = tokens.get(0);
    return verb.isWord("CREATE")
        || verb.isWord("DROP")
        || (verb.isWord("ALTER")
            && tokens.stream().anyMatch(token -> token.isWord("RENAME") || token.isWord("AS")));
  }

  /** The last part of a name with dots, folded. */
  private static String name(List<SqlToken> tokens, int from, String statement) {
    int at = from;
    while (at < tokens.size() && BEFORE_NAME.contains(tokens.get(at).text())) {
      at++;
    }
    while (at + 2 < tokens.size() && tokens.get(at + 1).isSymbol(".")) {
      at += 2;
    }
    if (at >= tokens.size()) {
      return "";
    }
    SqlToken token = tokens.get(at);
    boolean quoted = token.kind() == SqlToken.Kind.NAME;
    return Names.fold(
        statement.substring(token.start() + (quoted ? 1 : 0), token.end() - (quoted ? 1 : 0)));
  }
}
