package drydock.model.diagram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile.Condition;
import drydock.model.manifest.TextProblem;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagramFileTest {

    private static final ResourceId POD = new ResourceId("", "Pod", "default", "web");
    private static final ResourceId SERVICE = new ResourceId("", "Service", "default", "web");
    private static final ResourceId DEPLOYMENT = new ResourceId("apps", "Deployment", "shop", "front");

    @Test
    void anUnchangedDiagramGivesTheBytesThatWereRead() {
        byte[] odd = "\uFEFF{ \"formatVersion\":1,\r\n\t\"positions\" : {} }".getBytes(UTF_8);

        DiagramFile file = DiagramFile.read(odd);

        assertThat(file.condition()).isEqualTo(Condition.SOUND);
        assertThat(file.bytes()).hasValue(odd);
        assertThat(file.withDiagram(file.diagram()).bytes()).hasValue(odd);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Diagram diagram = new Diagram(
                new TreeMap<>(Map.of(POD, new Position(1, -2.5), DEPLOYMENT, new Position(1e9, 0.01))),
                List.of(new Group("g", "前端 \"a\"", List.of(POD, SERVICE))),
                List.of(new Note("n", "two\nlines \u0001", new Position(0, 0), 0.5, 80)),
                new java.util.TreeSet<>(List.of("EndpointSlice.discovery.k8s.io")),
                new java.util.TreeSet<>(List.of(SERVICE)),
                new java.util.TreeSet<>(List.of(DEPLOYMENT, POD)),
                new CheckSettings(new java.util.TreeSet<>(List.of("name", "selects-nothing")), Optional.of("1.30")),
                Optional.of(new LastView("nodes", 0.125, new Position(3, 4))));

        byte[] bytes = DiagramFile.ABSENT.withDiagram(diagram).bytes().orElseThrow();
        DiagramFile again = DiagramFile.read(bytes);

        assertThat(again.problems()).isEmpty();
        assertThat(again.diagram()).isEqualTo(diagram);
        assertThat(again.withDiagram(again.diagram().withPositions(Map.of())).bytes())
                .hasValue(bytes);
    }

    @Test
    void withoutAFileAnEmptyDiagramNeedsNone() {
        assertThat(DiagramFile.ABSENT.bytes()).isEmpty();
        assertThat(DiagramFile.ABSENT.withDiagram(Diagram.EMPTY).isChanged()).isFalse();
    }

    @Test
    void eachPositionStandsOnItsOwnLineInTheOrderOfTheNames() {
        Diagram diagram =
                Diagram.EMPTY.withPositions(Map.of(SERVICE, new Position(120, 80), POD, new Position(-1.25, 0)));

        assertThat(text(DiagramFile.ABSENT.withDiagram(diagram))).isEqualTo("""
            {
              "formatVersion": 1,
              "positions": {
                "Pod/default/web": {"x": -1.25, "y": 0},
                "Service/default/web": {"x": 120, "y": 80}
              }
            }
            """);
    }

    @Test
    void unknownFieldsStayInTheirPlaceAtEveryLevel() {
        String before = """
            {
              "future": {"deep": [1, {"x": 1.10}], "big": 123456789012345678901234567890},
              "formatVersion": 1,
              "positions": {
                "Pod/default/web": {"pinned": true, "x": 1, "y": 2, "colour": "red"},
                "Service/default/web": {"x": 5, "y": 6}
              },
              "groups": [
                {"colour": "blue", "id": "g", "title": "A", "members": ["Pod/default/web"], "open": false}
              ],
              "last": null
            }
            """;
        DiagramFile file = DiagramFile.read(before.getBytes(UTF_8));
        Diagram changed = file.diagram()
                .withPositions(Map.of(POD, new Position(1, 9), DEPLOYMENT, new Position(0, 0)))
                .withGroups(List.of(new Group("g", "B", List.of(POD))));

        String after = text(file.withDiagram(changed));

        assertThat(after).contains("""
            "big": 123456789012345678901234567890
            """.strip());
        assertThat(after)
                .contains(
                        "1.10",
                        """
                            "Deployment.apps/shop/front": {"x": 0, "y": 0},
                            "Pod/default/web": {"pinned": true, "x": 1, "y": 9, "colour": "red"},
                            "Service/default/web": {"x": 5, "y": 6}
                        """,
                        "\"colour\": \"blue\",\n      \"id\": \"g\",\n      \"title\": \"B\",",
                        "\"open\": false");
        assertThat(List.of("\"future\"", "\"formatVersion\"", "\"positions\"", "\"groups\"", "\"last\""))
                .isSortedAccordingTo((a, b) -> Integer.compare(after.indexOf(a), after.indexOf(b)));
    }

    @Test
    void changingBackGivesTheBytesThatWereRead() {
        byte[] bytes = "{\"positions\":{\"Pod/default/web\":{\"x\":1.0,\"y\":2}}}".getBytes(UTF_8);
        DiagramFile file = DiagramFile.read(bytes);

        DiagramFile moved = file.withDiagram(file.diagram().withPositions(Map.of(POD, new Position(7, 7))));
        DiagramFile back = moved.withDiagram(moved.diagram().withPositions(Map.of(POD, new Position(1, 2))));

        assertThat(moved.bytes()).isNotEqualTo(Optional.of(bytes));
        assertThat(back.bytes()).hasValue(bytes);
    }

    @Test
    void aFileWithWindowsLineEndsKeepsThem() {
        DiagramFile file = DiagramFile.read("{\r\n  \"formatVersion\": 1\r\n}\r\n".getBytes(UTF_8));

        String after = text(file.withDiagram(Diagram.EMPTY.withPositions(Map.of(POD, new Position(1, 1)))));

        assertThat(after.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(after).contains("\r\n");
    }

    @Test
    void aSyntaxErrorIsAProblemWithLineAndColumnAndTheSourceIsAtHand() {
        byte[] bytes = "{\n  \"positions\": {\n    \"Pod/default/web\": {\"x\": 1,, \"y\": 2}\n".getBytes(UTF_8);

        DiagramFile file = DiagramFile.read(bytes);

        assertThat(file.condition()).isEqualTo(Condition.BROKEN);
        assertThat(file.diagram()).isEqualTo(Diagram.EMPTY);
        assertThat(file.bytes()).hasValue(bytes);
        assertThat(file.brokenSource()).hasValue(bytes);
        TextProblem problem = file.problems().getFirst();
        assertThat(problem.span().line()).isEqualTo(3);
        assertThat(problem.span().column()).isBetween(31, 33);
        assertThat(problem.message(Locale.ENGLISH)).isNotBlank().doesNotContain("Source");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "\"x\"",
                "{",
                "{}{}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":NaN}",
                "\u0000",
                "{\"formatVersion\":\"1\"}",
                "{\"formatVersion\":0}",
                "{\"positions\":[]}",
                "{\"groups\":{}}",
                "{\"positions\":{\"Pod\":{\"x\":1,\"y\":1}}}",
                "{\"positions\":{\"Pod/a/b\":{\"x\":\"1\",\"y\":1}}}",
                "{\"positions\":{\"Pod/a/b\":{\"x\":1e400,\"y\":1}}}",
                "{\"view\":{\"name\":\"x\",\"zoom\":0,\"x\":0,\"y\":0}}",
                "{\"hiddenKinds\":[1]}",
                "{\"notes\":[null]}",
                "{\"notes\":[{\"id\":\"a\"}]}",
                "{\"groups\":[{\"id\":\"a\",\"title\":\"\"},{\"id\":\"a\",\"title\":\"\"}]}",
                "{\"groups\":[{\"id\":\"a\",\"title\":\"\",\"members\":[\"../../x/y/z\"]}]}"
            })
    void whatDoesNotFitIsAProblemAndIsKept(String text) {
        byte[] bytes = text.getBytes(UTF_8);

        DiagramFile file = DiagramFile.read(bytes);

        assertThat(file.condition()).isEqualTo(Condition.BROKEN);
        assertThat(file.problems()).isNotEmpty();
        assertThat(file.bytes()).hasValue(bytes);
    }

    @Test
    void oneBadPositionDoesNotTakeTheOthersAway() {
        DiagramFile file = DiagramFile.read("""
            {"positions": {
              "Pod/default/web": {"x": 1, "y": 2},
              "Service/default/web": {"x": true, "y": 2}}}
            """.getBytes(UTF_8));

        assertThat(file.diagram().positions()).containsOnlyKeys(POD);
        assertThat(file.problems()).singleElement().satisfies(p -> {
            assertThat(p.span().line()).isEqualTo(3);
            assertThat(p.span().column()).isEqualTo(26);
        });
    }

    @Test
    void bytesThatAreNotUtf8AreAProblem() {
        byte[] latin = {'{', '"', (byte) 0xE9, '"', ':', '1', '}'};

        assertThat(DiagramFile.read(latin).condition()).isEqualTo(Condition.BROKEN);
        assertThat(DiagramFile.read(latin).bytes()).hasValue(latin);
    }

    @Test
    void nestingWithoutEndIsAProblem() {
        byte[] deep = "[".repeat(100_000).getBytes(UTF_8);
        byte[] deepInside = ("{\"a\":" + "[".repeat(100_000)).getBytes(UTF_8);

        assertThat(DiagramFile.read(deep).condition()).isEqualTo(Condition.BROKEN);
        assertThat(DiagramFile.read(deepInside).condition()).isEqualTo(Condition.BROKEN);
    }

    @Test
    void theFileOfANewerProgramIsReadButNeverWritten() {
        byte[] bytes = """
            {"formatVersion": 99, "positions": {"Pod/default/web": {"x": 1, "y": 2}}, "groups": "of another kind"}
            """.getBytes(UTF_8);

        DiagramFile file = DiagramFile.read(bytes);
        DiagramFile changed = file.withDiagram(Diagram.EMPTY);

        assertThat(file.condition()).isEqualTo(Condition.NEWER);
        assertThat(file.diagram().positions()).containsOnlyKeys(POD);
        assertThat(file.problems().getFirst().message(Locale.ENGLISH))
                .contains("newer")
                .contains("99");
        assertThat(changed.isChanged()).isFalse();
        assertThat(changed.bytes()).hasValue(bytes);
    }

    @Test
    void anEntryThatCannotBeReadStaysBesideTheOthers() {
        DiagramFile file = DiagramFile.read("""
            {"notes": [{"id": "from the future"}, {"id": "n", "text": "a", "x": 0, "y": 0, "width": 1, "height": 1}]}
            """.getBytes(UTF_8));
        Note moved = new Note("n", "b", new Position(5, 5), 1, 1);

        String after = text(file.withDiagram(file.diagram().withNotes(List.of(moved))));

        assertThat(after).contains("from the future", "\"text\": \"b\"");
    }

    @Test
    void aHiddenKindHidesOnlyItsOwnGroup() {
        Diagram diagram = Diagram.EMPTY.withHiddenKinds(List.of("Deployment.apps", "Pod"));

        assertThat(diagram.hides(DEPLOYMENT)).isTrue();
        assertThat(diagram.hides(POD)).isTrue();
        assertThat(diagram.hides(new ResourceId("", "Deployment", "shop", "front")))
                .isFalse();
    }

    private static String text(DiagramFile file) {
        return new String(file.bytes().orElseThrow(), UTF_8);
    }
}
