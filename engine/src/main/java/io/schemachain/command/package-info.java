/**
 * One class per goal, each with a {@code Request} and a {@code Result}: the only package that a
 * front end such as the Maven plugin calls. Start at {@link io.schemachain.command.Workspace}.
 */
@NullMarked
package io.schemachain.command;

import org.jspecify.annotations.NullMarked;
