package io.schemachain.fact;

import io.schemachain.model.TableName;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operation does to one table while it runs.
 *
 * @param table that is locked; null where it is not known which. Of something that is no table its
 *     name
 * @param form the slug of the fact that says so
 * @param lock null where none is taken that others can notice
 * @param algorithm the database's own word for how it is done; null where it has none
 * @param source where the fact is from
 */
public record Effect(
    @Nullable TableName table,
    String form,
    @Nullable Lock lock,
    Cost cost,
    @Nullable String algorithm,
    String source) {

  /** That of a record costs a short run much when it is used for the first time. */
  @Override
  public int hashCode() {
    return form.hashCode() + 31 * Objects.hashCode(table);
  }

  /** Whether it is so only because the statement asks for it. */
  public boolean isAsked() {
    return form.endsWith(Form.ONLINE);
  }

  /** What others cannot do to the table meanwhile. */
  public Set<Lock.Blocked> blocks() {
    return lock == null ? Set.of() : lock.blocks();
  }
}
