package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.EntityModel;
import io.schemachain.format.TargetPlace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EntitiesTest {
  private static final SourceLocation WRITTEN =
      SourceLocation.ofFile(new SourceText("schema.yaml", ""));
  private static final SourceLocation POM = SourceLocation.ofFile(new SourceText("the POM", ""));
  private static final TargetPlace SQL = new TargetPlace.Sql("sql/views.sql", WRITTEN);
  private static final TargetPlace BLOG =
      new TargetPlace.Jpa(
          new EntityModel(
              List.of("com.example.blog"),
              null,
              new EntityModel.Naming("Physical", null),
              Map.of("a", "1", "b", "2")),
          WRITTEN);

  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void packagesStandForThoseOfTheSettingsAndBesideOtherTargets() {
    Entities shop =
        new Entities(
            List.of("com.example.shop"), null, null, "Implicit", Map.of("b", "3"), "the POM");
    assertThat(shop.over(List.of(SQL, BLOG), diagnostics))
        .containsExactly(
            SQL,
            new TargetPlace.Jpa(
                new EntityModel(
                    List.of("com.example.shop"),
                    null,
                    new EntityModel.Naming("Physical", "Implicit"),
                    Map.of("a", "1", "b", "3")),
                POM));
    assertThat(shop.over(List.of(SQL), diagnostics))
        .containsExactly(
            SQL,
            new TargetPlace.Jpa(
                new EntityModel(
                    List.of("com.example.shop"),
                    null,
                    new EntityModel.Naming(null, "Implicit"),
                    Map.of("b", "3")),
                POM));
  }

  @Test
  void whatIsSaidOfNamesAloneIsSaidOfTheEntitiesOfTheSettings() {
    Entities naming = new Entities(List.of(), null, "Other", null, Map.of(), "the POM");
    assertThat(naming.over(List.of(BLOG), diagnostics))
        .containsExactly(
            new TargetPlace.Jpa(
                new EntityModel(
                    List.of("com.example.blog"),
                    null,
                    new EntityModel.Naming("Other", null),
                    Map.of("a", "1", "b", "2")),
                WRITTEN));
    assertThat(diagnostics.all()).isEmpty();
    assertThat(naming.over(List.of(SQL), diagnostics)).containsExactly(SQL);
    assertThat(diagnostics.all()).hasSize(1);
    assertThat(diagnostics.all().get(0).message())
        .isEqualTo("`jpa` says how entities are read, and nothing says which.");
  }

  @Test
  void whatIsNoPackageIsToldWhereItWasSaid() {
    Entities all = new Entities(List.of("com.example.*"), null, null, null, Map.of(), "the POM");
    all.over(List.of(BLOG), diagnostics);
    assertThat(diagnostics.all()).hasSize(1);
    assertThat(diagnostics.all().get(0).location()).isEqualTo(POM);
    assertThat(diagnostics.all().get(0).message())
        .startsWith("'com.example.*' is not the name of a package; ");
  }
}
