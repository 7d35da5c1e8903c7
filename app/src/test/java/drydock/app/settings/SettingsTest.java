package drydock.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.placing.Placing;
import drydock.model.resource.QuantityUnits;
import drydock.model.resource.QuantityUnits.Bytes;
import drydock.model.resource.QuantityUnits.Cpu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final Preferences ALL_OTHER = new Preferences(
            Colours.DARK,
            Language.CHINESE,
            TextSize.PROJECTOR,
            18,
            Motion.NEVER,
            new Grid(false, 16, false),
            false,
            new QuantityUnits(Cpu.MILLICORES, Bytes.BINARY),
            Placing.ONE_FILE);

    @TempDir
    Path folder;

    @Test
    void whatIsSetIsThereAtTheNextStart() {
        Settings before = Settings.in(file());

        before.keep(ALL_OTHER);
        before.setWindow(-10, 20, 1600, 1000);
        before.agreeToPlugin("/opt/aws", List.of("eks", "token"));

        Settings after = Settings.in(file());
        assertThat(after.preferences()).isEqualTo(ALL_OTHER);
        assertThat(after.window()).contains(List.of(-10, 20, 1600, 1000));
        assertThat(after.agreedToPlugin("/opt/aws", List.of("eks", "token"))).isTrue();
        assertThat(after.agreedToPlugin("/opt/aws", List.of("eks", "other"))).isFalse();
    }

    @Test
    void aFirstStartRemembersNothing() {
        Settings first = Settings.in(file());

        assertThat(first.preferences()).isEqualTo(Preferences.USUAL);
        assertThat(first.panels()).isEqualTo(new PanelSettings(Set.of(), Map.of(), Map.of()));
        assertThat(first.window()).isEmpty();
        assertThat(first.recentProjects()).isEmpty();
    }

    @Test
    void aDamagedFileCountsAsNone() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "window=1,2\ntheme=\\uZZZZ");
        assertThat(Settings.in(file()).preferences()).isEqualTo(Preferences.USUAL);

        Files.writeString(file(), "window=1,x,3,4");
        assertThat(Settings.in(file()).window()).isEmpty();
    }

    @Test
    void recentProjectsCanBeForgottenAndSizeIsKept() {
        Settings settings = Settings.in(file());
        settings.addRecentProject(Path.of("/p"));
        settings.clearRecentProjects();
        settings.setMaximized(true);

        Settings after = Settings.in(file());
        assertThat(after.recentProjects()).isEmpty();
        assertThat(after.maximized()).isTrue();
    }

    @Test
    void theTenLatestProjectsAreKeptEachOnce() {
        Settings settings = Settings.in(file());
        for (int i = 0; i < 12; i++) {
            settings.addRecentProject(Path.of("/p" + i));
        }

        settings.addRecentProject(Path.of("/p5"));

        assertThat(Settings.in(file()).recentProjects())
                .hasSize(10)
                .startsWith(Path.of("/p5"), Path.of("/p11"), Path.of("/p10"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoError() throws IOException {
        Files.writeString(folder.resolve("drydock"), "a file where the folder should be");

        Settings settings = Settings.in(file());
        boolean kept = settings.keep(ALL_OTHER);
        settings.setMaximized(true);

        assertThat(kept).isFalse();
        assertThat(settings.preferences()).isEqualTo(ALL_OTHER);
        assertThat(settings.maximized()).isTrue();
    }

    @Test
    void whatIsTriedOutHoldsUntilItIsTakenBackAndIsNotWritten() {
        Settings settings = Settings.in(file());
        settings.keep(Preferences.USUAL.in(Colours.LIGHT));

        settings.tryOut(ALL_OTHER);
        assertThat(settings.preferences()).isEqualTo(ALL_OTHER);
        assertThat(Settings.in(file()).preferences().colours()).isEqualTo(Colours.LIGHT);

        settings.restore();
        assertThat(settings.preferences()).isEqualTo(Preferences.USUAL.in(Colours.LIGHT));
    }

    @Test
    void theFileOfAnOlderVersionIsUnderstood() throws IOException {
        write("theme=dark\nlanguage=zh-CN\nplacing=NAMESPACE_FOLDERS\nminimap=off\n");

        Preferences old = Settings.in(file()).preferences();

        assertThat(old)
                .isEqualTo(Preferences.USUAL
                        .in(Colours.DARK)
                        .speaking(Language.CHINESE)
                        .withPlacing(Placing.NAMESPACE_FOLDERS)
                        .withMinimap(false));
    }

    @Test
    void valuesThatAreNotKnownCountAsNoneAndStayInTheFile() throws IOException {
        write("theme=sepia\nlanguage=tlh\ntextSize=\ngridStep=7\neditorTextSize=99999999999\nsnap=perhaps\n"
                + "motion=1\nplacing=CLOUD\nfuture=yes\npanels.sizes=left:NaN right:-3 below inspector:1e9\n"
                + "panels.tabs=left:x\nrecent.0=\\u0000\nwindow=1,2,99999999999,4\n");

        Settings settings = Settings.in(file());
        assertThat(settings.preferences()).isEqualTo(Preferences.USUAL);
        assertThat(settings.panels().sizes()).isEmpty();
        assertThat(settings.panels().tabs()).isEmpty();
        assertThat(settings.recentProjects()).isEmpty();
        assertThat(settings.window()).isEmpty();

        settings.keep(settings.preferences().withMinimap(false));
        assertThat(Files.readString(file())).contains("theme=sepia", "future=yes", "placing=CLOUD", "minimap=off");
    }

    @Test
    void whatAnotherWindowKeptIsNotUndone() {
        Settings one = Settings.in(file());
        Settings other = Settings.in(file());

        one.keep(one.preferences().in(Colours.DARK));
        other.keep(other.preferences().withMinimap(false));

        assertThat(Settings.in(file()).preferences())
                .isEqualTo(Preferences.USUAL.in(Colours.DARK).withMinimap(false));
    }

    @Test
    void aDamagedFileIsPutAsideWhenSomethingIsKept() throws IOException {
        write("theme=\\uZZZZ");

        assertThat(Settings.in(file()).keep(ALL_OTHER)).isTrue();

        assertThat(Settings.in(file()).preferences()).isEqualTo(ALL_OTHER);
        assertThat(file().resolveSibling("settings.properties.damaged")).hasContent("theme=\\uZZZZ");
    }

    @Test
    void aFileThatIsALinkStaysOne() throws IOException {
        Path elsewhere = folder.resolve("elsewhere.properties");
        Files.writeString(elsewhere, "theme=light\n");
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), elsewhere);

        Settings.in(file()).keep(ALL_OTHER);

        assertThat(file()).isSymbolicLink();
        assertThat(elsewhere).content().contains("theme=dark");
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenWithTheNextChange() throws IOException {
        Files.writeString(folder.resolve("drydock"), "a file where the folder should be");
        Settings settings = Settings.in(file());
        settings.keep(ALL_OTHER);

        Files.delete(folder.resolve("drydock"));
        settings.setMaximized(true);

        assertThat(Settings.in(file()).preferences()).isEqualTo(ALL_OTHER);
    }

    @Test
    void panelsAreKept() {
        PanelSettings panels =
                new PanelSettings(Set.of("left", "editor"), Map.of("right", 31.25, "below", 12.0), Map.of("below", 1));

        Settings.in(file()).setPanels(panels);

        assertThat(Settings.in(file()).panels()).isEqualTo(panels);
    }

    @Test
    void figuresComeToStandOnTheGridAndGoToItsNextPoint() {
        Grid grid = new Grid(true, 12, true);

        assertThat(grid.placed(17)).isEqualTo(12);
        assertThat(grid.placed(-19)).isEqualTo(-24);
        assertThat(grid.moved(13, 1)).isEqualTo(11);
        assertThat(grid.moved(24, 5)).isEqualTo(60);
        assertThat(grid.moved(13, 0)).isZero();
        assertThat(grid.snapping(false).placed(17)).isEqualTo(17);
        assertThat(grid.snapping(false).moved(13, -1)).isEqualTo(-12);
        assertThat(grid.lineDistance()).isEqualTo(36);
        assertThat(grid.showing(false).lineDistance()).isZero();
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
    }

    private Path file() {
        return folder.resolve("drydock").resolve("settings.properties");
    }
}
