package drydock.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.task.Tasks;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.icons.Icon;
import drydock.model.pattern.Pattern;
import drydock.model.placing.Placing;
import drydock.model.resource.ResourceId;
import drydock.render.geometry.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteItemTest {

    private final Workspace workspace = new Workspace(Tasks.inPlace());
    private final NewObjects objects = new NewObjects(workspace, List::of, () -> Placing.FILE_EACH);

    static List<PaletteItem> items() {
        return PaletteItem.all();
    }

    static Stream<Pattern> patterns() {
        return Stream.concat(Pattern.OBJECTS.stream(), Pattern.COMPOSED.stream());
    }

    private static List<String> found(String typed) {
        return items().stream()
                .filter(item -> item.matches(typed))
                .map(PaletteItem::id)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("items")
    void everyEntryHasAnIconAndSaysWhatItIsGoodForInBothLanguages(PaletteItem item) {
        assertThat(Icon.exists(item.icon())).isTrue();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Messages messages = Messages.of(PaletteItem.class, locale);
            assertThat(item.title(messages)).isNotBlank();
            assertThat(item.hint(messages)).isNotBlank();
            assertThat(messages.get("palette." + item.group())).isNotBlank();
        }
    }

    @Test
    void everyKindThatIsNeededIsThereOnce() {
        assertThat(items()).hasSize(Pattern.OBJECTS.size() + Pattern.COMPOSED.size() + 10);
        assertThat(items()).extracting(PaletteItem::id).doesNotHaveDuplicates();
    }

    @Test
    void entriesAreFoundByShortNamesAndInBothLanguages() {
        assertThat(found("svc")).contains("Service", "Service-headless");
        assertThat(found("hpa")).contains("HorizontalPodAutoscaler");
        assertThat(found("无头")).contains("Service-headless");
        assertThat(found("数据库")).containsExactly("database");
        assertThat(found("SIDECAR")).contains("sidecar", "sidecar-logging");
        assertThat(found("nothing like this")).isEmpty();
    }

    @Test
    void whatIsCalledByAShortNameComesBeforeWhatMentionsIt() {
        assertThat(first("svc")).isEqualTo("Service");
        assertThat(first("deploy")).isEqualTo("Deployment");
        assertThat(first("cm")).isEqualTo("ConfigMap");
        assertThat(first("pvc")).isEqualTo("PersistentVolumeClaim");
        assertThat(first("secret")).isEqualTo("Secret");
        assertThat(first("web s")).isEqualTo("web-service");
    }

    private static String first(String typed) {
        return items().stream()
                .filter(item -> item.matches(typed))
                .min(Comparator.comparingInt(item -> item.distance(typed)))
                .orElseThrow()
                .id();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void theFiguresOfAPatternStandApartAndWhereTheyWereDropped(Pattern pattern) {
        objects.add(pattern, new Point(80, 160), Optional.empty());

        var positions = workspace.document().project().diagram().positions();
        assertThat(positions).hasSize(pattern.objects("x").size());
        assertThat(positions.values()).doesNotHaveDuplicates();
        assertThat(positions.values()).anyMatch(at -> at.y() == 160).allMatch(at -> at.x() >= 80);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void secondObjectsHaveOtherNamesAndFiles(Pattern pattern) {
        objects.add(pattern, new Point(0, 0), Optional.empty());
        objects.add(pattern, new Point(80, 160), Optional.empty());

        int count = pattern.objects("x").size();
        assertThat(workspace.document().project().files()).hasSize(2 * count);
        assertThat(workspace.document().project().objects()).hasSize(2 * count);
        ResourceId second = workspace.selection().objects().getFirst();
        assertThat(second.name()).endsWith("-2");
        assertThat(workspace.document().project().diagram().position(second)).isPresent();
    }

    @Test
    void whatIsLetGoOnANamespaceComesIntoIt() {
        objects.add(new Pattern("database"), new Point(0, 0), Optional.of("shop"));

        assertThat(workspace.document().project().declarations().keySet())
                .extracting(ResourceId::namespace)
                .containsOnly("shop");
    }

    @Test
    void addingIsOneStepThatCanBeUndone() {
        objects.add(new Pattern("database"), new Point(8, 8), Optional.empty());

        workspace.document().undo();

        assertThat(workspace.document().project().files()).isEmpty();
        assertThat(workspace.document().project().diagram().positions()).isEmpty();
    }
}
