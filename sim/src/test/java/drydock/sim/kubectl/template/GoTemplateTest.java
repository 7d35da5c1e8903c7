package drydock.sim.kubectl.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoTemplateTest {

    private static final Map<String, Object> LIST = Map.of(
            "kind",
            "List",
            "items",
            List.of(
                    Map.of("name", "a", "ready", true, "n", 3L, "labels", Map.of("x", "1", "app.io/y", "2")),
                    Map.of("name", "b", "ready", false, "n", 12L)));

    private static String print(String template) {
        return GoTemplate.print(template, LIST);
    }

    @Test
    void fieldsRangesAndConditionsArePrinted() {
        assertThat(print("{{.kind}}: {{range .items}}{{.name}} {{end}}")).isEqualTo("List: a b ");
        assertThat(print("{{range .items}}{{if .ready}}{{.name}} is{{else}}{{.name}} is not{{end}};{{end}}"))
                .isEqualTo("a is;b is not;");
        assertThat(print("{{range .none}}x{{else}}nothing{{end}}")).isEqualTo("nothing");
        assertThat(print("{{with .kind}}<{{.}}>{{end}}{{with .none}}x{{else}}y{{end}}"))
                .isEqualTo("<List>y");
        assertThat(print("{{if eq .kind \"Pod\"}}p{{else if eq .kind \"List\" \"Other\"}}l{{else}}o{{end}}"))
                .isEqualTo("l");
    }

    @Test
    void variablesKeepTheirValuesAndRangesGiveTwo() {
        assertThat(print("{{range $i, $e := .items}}{{$i}}={{$e.name}} {{end}}"))
                .isEqualTo("0=a 1=b ");
        assertThat(print("{{range $k, $v := (index .items 0).labels}}{{$k}}:{{$v}} {{end}}"))
                .isEqualTo("app.io/y:2 x:1 ");
        assertThat(print("{{$last := \"\"}}{{range .items}}{{$last = .name}}{{end}}{{$last}}/{{$.kind}}"))
                .isEqualTo("b/List");
    }

    @Test
    void functionsAndPipelinesWork() {
        assertThat(print("{{printf \"%-4s|%3d|%q\" .kind 7 .kind}}")).isEqualTo("List|  7|\"List\"");
        assertThat(print("{{.kind | printf \"%s!\" | len}}")).isEqualTo("5");
        assertThat(print("{{len .items}} {{index .items 1 \"name\"}}")).isEqualTo("2 b");
        assertThat(print("{{range .items}}{{if and .ready (gt .n 2)}}{{.name}}{{end}}{{end}}"))
                .isEqualTo("a");
        assertThat(print("{{if or .none (not .none)}}y{{end}} {{\"aGk=\" | base64decode}}"))
                .isEqualTo("y hi");
        assertThat(print("{{exists (index .items 0) \"labels\" \"x\"}} {{exists . \"items\" 5}}"))
                .isEqualTo("true false");
    }

    @Test
    void whatIsMissingIsNoValueAndBlanksAreTrimmed() {
        assertThat(print("{{.none}}")).isEqualTo("<no value>");
        assertThat(print("a  {{- /* said to nobody */ -}}  b {{- .kind -}} c")).isEqualTo("abListc");
        assertThat(print("{{(index .items 0).labels}}")).isEqualTo("map[app.io/y:2 x:1]");
    }

    @Test
    void whatIsWrongIsSaidInGosWords() {
        assertThatThrownBy(() -> print("{{.x")).hasMessage("template: output:1: unclosed action");
        assertThatThrownBy(() -> print("{{if .x}}")).hasMessage("template: output:1: unexpected EOF");
        assertThatThrownBy(() -> print("{{end}}")).hasMessage("template: output:1: unexpected {{end}}");
        assertThatThrownBy(() -> print("{{shout .x}}"))
                .hasMessage("template: output:1: function \"shout\" not defined");
        assertThatThrownBy(() -> print("{{.none.deeper.x}}"))
                .hasMessage("template: output:1: executing \"output\" at <.none.deeper.x>: nil pointer evaluating"
                        + " interface {}.deeper");
    }
}
