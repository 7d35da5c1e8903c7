package drydock.model.form;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.assist.Completion;
import drydock.model.assist.Proposal;
import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Custom resources are edited by their CustomResourceDefinition where the project has it, and by what is written where
/// it has not.
class CustomKindTest {

    private static final ResourceId SHOP = new ResourceId("example.com", "Shop", "default", "corner");

    private static final String SHOP_TEXT = """
        apiVersion: example.com/v1
        kind: Shop
        metadata:
          name: corner
        spec:
          open: true   # on weekdays
          rooms: [1, 2.5]
          nested:
            deep: {a: x}
        """;

    private static final String DEFINITION = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: shops.example.com
        spec:
          group: example.com
          names: {kind: Shop, plural: shops}
          scope: Namespaced
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  apiVersion: {type: string}
                  kind: {type: string}
                  metadata: {type: object}
                  status: {type: object, properties: {ready: {type: boolean}}}
                  spec:
                    type: object
                    required: [size]
                    properties:
                      open: {type: boolean, description: Whether customers may come in.}
                      size: {type: integer, format: int32, default: 3}
                      kind: {type: string, enum: [grocer, baker]}
                      port: {x-kubernetes-int-or-string: true}
                      storage:
                        x-kubernetes-int-or-string: true
                        pattern: ^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE])?$
                      tags: {type: object, additionalProperties: {type: string}}
                      shelves:
                        type: array
                        items:
                          type: object
                          required: [label]
                          properties:
                            label: {type: string}
                      rooms: {type: array, items: {type: number}}
                      nested: {type: object, x-kubernetes-preserve-unknown-fields: true}
        """;

    private final Project alone = project(SHOP_TEXT);
    private final Project defined = project(DEFINITION + "---\n" + SHOP_TEXT);

    @Test
    void fieldsAreThoseOfTheDefinition() {
        List<FormItem> items = all(form(defined));

        assertThat(input(items, "spec.size")).satisfies(size -> {
            assertThat(size.control()).isEqualTo(new FieldControl.Whole(32, false));
            assertThat(size.usual()).isEqualTo("3");
            assertThat(size.field().required()).isTrue();
        });
        assertThat(input(items, "spec.kind").control()).isEqualTo(new FieldControl.Choice(List.of("grocer", "baker")));
        assertThat(input(items, "spec.port").control()).isEqualTo(new FieldControl.NumberOrText());
        assertThat(input(items, "spec.storage").control()).isEqualTo(new FieldControl.Amount());
        assertThat(input(items, "spec.open").field().explanation(defined.schema(), Locale.ENGLISH))
                .contains("Whether customers may come in.");
        assertThat(items)
                .anySatisfy(item -> assertThat(item).isInstanceOf(FormItem.Pairs.class))
                .anyMatch(item -> item instanceof FormItem.Pairs pairs
                        && pairs.field().path().equals(FieldPath.parse("spec.tags")))
                .anyMatch(item -> item instanceof FormItem.Items list
                        && list.field().path().equals(FieldPath.parse("spec.shelves")));
        assertThat(items).noneMatch(item -> item.field().path().equals(FieldPath.parse("status")));
    }

    @Test
    void aNewItemBeginsWithWhatTheDefinitionNeeds() {
        FormItem.Items shelves = all(form(defined)).stream()
                .filter(FormItem.Items.class::isInstance)
                .map(FormItem.Items.class::cast)
                .filter(list -> list.field().name().equals("shelves"))
                .findFirst()
                .orElseThrow();

        assertThat(NewItems.next(shelves, defined.schema())).isEqualTo(Map.of("label", ""));
    }

    @Test
    void fieldsOfTheDefinitionAreFoundAndCompleted() {
        assertThat(FieldSearch.find(defined.schema(), object(defined), "customers", Locale.ENGLISH, 5))
                .extracting(field -> field.path().toString())
                .containsExactly("spec.open");

        String typed = SHOP_TEXT.replace("  open:", "  s\n  open:");
        assertThat(Completion.at(defined, typed, typed.indexOf("  s\n") + 3))
                .extracting(Proposal::label)
                .contains("size", "shelves", "storage")
                .doesNotContain("open");
    }

    @Test
    void everythingWrittenHasAnEntryWithoutADefinition() {
        List<FormItem> items = all(form(alone));

        assertThat(input(items, "spec.open").control()).isEqualTo(new FieldControl.Flag());
        assertThat(input(items, "spec.nested.deep.a").control()).isEqualTo(new FieldControl.Text(false));
        assertThat(items)
                .anyMatch(item -> item instanceof FormItem.Values(FormField field, FieldControl control, var _)
                        && field.name().equals("rooms")
                        && control.equals(new FieldControl.Fraction()));
    }

    @Test
    void furtherFieldsAreAddedWhereNoSchemaTellsWhichThereAre() {
        assertThat(all(form(alone)))
                .filteredOn(FormItem.Further.class::isInstance)
                .extracting(item -> item.field().path().toString())
                .containsExactlyInAnyOrder("", "spec", "spec.nested", "spec.nested.deep");
        assertThat(all(form(defined)))
                .filteredOn(FormItem.Further.class::isInstance)
                .extracting(item -> item.field().path().toString())
                .containsExactlyInAnyOrder("spec.nested", "spec.nested.deep");
    }

    @Test
    void aFieldThatGoesTakesItsEmptyParentsAndNoComment() {
        Edit edit = new FormEdits(alone, List.of(SHOP)).clear(FieldPath.parse("spec.nested.deep.a"));

        Project after = ((Outcome.Done<Project>) edit.applyTo(alone)).value();
        assertThat(after.file("all.yaml").orElseThrow().text())
                .isEqualTo(SHOP_TEXT.replace("  nested:\n    deep: {a: x}\n", ""));
    }

    private static FormItem.Input input(List<FormItem> items, String path) {
        return items.stream()
                .filter(FormItem.Input.class::isInstance)
                .map(FormItem.Input.class::cast)
                .filter(input -> input.field().path().equals(FieldPath.parse(path)))
                .findFirst()
                .orElseThrow();
    }

    private static List<FormItem> all(Form form) {
        List<FormItem> into = new ArrayList<>();
        form.groups().forEach(group -> group.items().forEach(item -> collect(item, into)));
        return into;
    }

    private static void collect(FormItem item, List<FormItem> into) {
        into.add(item);
        if (item instanceof FormItem.Section section) {
            section.items().forEach(inner -> collect(inner, into));
        } else if (item instanceof FormItem.Items list) {
            list.sections().forEach(inner -> collect(inner, into));
        }
    }

    private static Form form(Project project) {
        return FormBuilder.of(project.schema(), List.of(SHOP), List.of(object(project)), List.of());
    }

    private static Map<?, ?> object(Project project) {
        Declaration place = project.declarations(SHOP).getFirst();
        return (Map<?, ?>)
                place.document().value(place.inDocument(FieldPath.ROOT)).orElseThrow();
    }

    private static Project project(String text) {
        return Project.EMPTY.withFile(ManifestFile.parse("all.yaml", text));
    }
}
