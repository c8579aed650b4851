package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.diff.Migration;
import io.schemachain.diff.Migrator;
import io.schemachain.diff.Side;
import io.schemachain.format.RevisionWriter;
import io.schemachain.format.RevisionWriter.Body;
import io.schemachain.introspect.Kinds;
import io.schemachain.jpa.ProviderScripts;
import io.schemachain.model.Schema;
import io.schemachain.revision.RevisionHeader;
import io.schemachain.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Entities that become other tables on each database, in one revision. */
final class SeveralDialectsTest {
  private static Comparison.Result result(String provider, String name, String script) {
    Dialect dialect = Dialects.find(name).orElseThrow();
    Target target = ProviderScripts.target(provider, dialect, script);
    Schema empty = Schema.empty(dialect.nameScopes());
    Migration migration =
        Migrator.migrate(
            new Migrator.Request(
                dialect,
                Kinds.of(target.kinds()),
                Side.of(empty),
                new Side(target.schema(), target.madeUp()),
                target.renames(),
                difference -> true));
    return new Comparison.Result(
        dialect, empty, migration.with(target.companions()), "the entities", Set.of());
  }

  private static String written(Map<String, String> scripts) {
    List<Comparison.Result> results = new ArrayList<>();
    scripts.forEach((name, script) -> results.add(result("hibernate-6.6", name, script)));
    return text(Autogenerate.content(results, ProviderScripts::binding));
  }

  private static String text(Body body) {
    RevisionHeader header =
        new RevisionHeader(
            "0123456789ab",
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            true,
            SourceLocation.ofFile(new SourceText("x.yaml", "")));
    String text = RevisionWriter.write(header, body, 1);
    return text.substring(text.indexOf("upgrade:"));
  }

  @Test
  void whatIsTheSameStandsOnceAndTypesStandByDialect() {
    Map<String, String> scripts = new LinkedHashMap<>();
    scripts.put(
        "postgresql",
        """
        create sequence post_seq start with 1 increment by 50;
        create table author (id uuid not null, name varchar(80), primary key (id));
        create table post (id bigint not null, author_id uuid, active boolean not null, primary key (id));
        alter table if exists post add constraint FK12njtf8e0jmyb45lqfpt6ad89
          foreign key (author_id) references author;
        """);
    scripts.put(
        "mysql",
        """
        create table author (id binary(16) not null, name varchar(80), primary key (id)) engine=InnoDB;
        create table post (id bigint not null, author_id binary(16), active bit not null,
          primary key (id)) engine=InnoDB;
        create table post_seq (next_val bigint) engine=InnoDB;
        insert into post_seq values ( 1 );
        alter table post add constraint FK12njtf8e0jmyb45lqfpt6ad89
          foreign key (author_id) references author (id);
        """);
    scripts.put("h2", String.valueOf(scripts.get("postgresql")));
    assertThat(written(scripts))
        .isEqualTo(
            """
            upgrade:
              - create_sequence: {dialects: [postgresql, h2], name: post_seq, increment: 50}
              - create_table:
                  name: author
                  columns:
                    - {name: id, type: {default: uuid, mysql: binary(16)}}
                    - {name: name, type: string(80)}
                  primary_key: {name: pk_author, columns: [id]}
                  mysql: {engine: InnoDB}
              - create_table:
                  name: post
                  columns:
                    - {name: id, type: bigint}
                    - {name: author_id, type: {default: uuid, mysql: binary(16)}}
                    - name: active
                      type: {default: boolean, mysql: {native: bit}}
                      nullable: false
                  primary_key: {name: pk_post, columns: [id]}
                  foreign_keys:
                    - name: fk_post_author_id_author
                      columns: [author_id]
                      references: {table: author, columns: [id]}
                  mysql: {engine: InnoDB}
              - create_table:
                  dialects: [mysql]
                  name: post_seq
                  columns:
                    - {name: next_val, type: bigint}
                  mysql: {engine: InnoDB}
              - bulk_insert:
                  dialects: [mysql]
                  table: post_seq
                  rows:
                    - {next_val: 1}
            # Loses the rows of post.
            # Loses the rows of author.
            # Not undone: bulk_insert into post_seq: its rows are not deleted.
            # Loses the rows of post_seq.
            downgrade:
              - drop_table: {dialects: [mysql], name: post_seq}
              - drop_table: {name: post}
              - drop_table: {name: author}
              - drop_sequence: {dialects: [postgresql, h2], name: post_seq}
            """);
  }

  private static List<String> providers() {
    return ProviderScripts.PROVIDERS;
  }

  /** Read back for each dialect it is that dialect's own; otherwise it would be refused. */
  @ParameterizedTest
  @MethodSource("providers")
  void aLargeModelIsOneRevision(String provider) {
    List<Comparison.Result> results = new ArrayList<>();
    for (String name : List.of("postgresql", "mysql", "mariadb", "h2")) {
      results.add(result(provider, name, ProviderScripts.script(provider, name)));
    }
    Body body = Autogenerate.content(results, ProviderScripts::binding);
    int all = results.stream().mapToInt(result -> result.migration().steps().size()).sum();
    assertThat(body.upgrade().size()).isLessThan(all * 2 / 3);
  }
}
