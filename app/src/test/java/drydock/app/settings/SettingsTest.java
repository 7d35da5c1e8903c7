package drydock.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.placing.Placing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void whatIsSetIsThereAtTheNextStart() {
        Settings before = Settings.in(file());

        before.setDark(true);
        before.setLanguage(Locale.SIMPLIFIED_CHINESE);
        before.setWindow(-10, 20, 1600, 1000);
        before.agreeToPlugin("/opt/aws", List.of("eks", "token"));

        Settings after = Settings.in(file());
        assertThat(after.dark()).contains(true);
        assertThat(after.language()).contains(Locale.SIMPLIFIED_CHINESE);
        assertThat(after.window()).contains(List.of(-10, 20, 1600, 1000));
        assertThat(after.agreedToPlugin("/opt/aws", List.of("eks", "token"))).isTrue();
        assertThat(after.agreedToPlugin("/opt/aws", List.of("eks", "other"))).isFalse();
    }

    @Test
    void aFirstStartRemembersNothing() {
        Settings first = Settings.in(file());

        assertThat(first.dark()).isEmpty();
        assertThat(first.language()).isEmpty();
        assertThat(first.window()).isEmpty();
        assertThat(first.recentProjects()).isEmpty();
    }

    @Test
    void aDamagedFileCountsAsNone() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "window=1,2\ntheme=\\uZZZZ");
        assertThat(Settings.in(file()).dark()).isEmpty();

        Files.writeString(file(), "window=1,x,3,4");
        assertThat(Settings.in(file()).window()).isEmpty();
    }

    @Test
    void recentProjectsCanBeForgottenAndPlacingAndSizeAreKept() {
        Settings settings = Settings.in(file());
        settings.addRecentProject(Path.of("/p"));
        settings.clearRecentProjects();
        settings.setPlacing(Placing.ONE_FILE);
        settings.setMaximized(true);

        Settings after = Settings.in(file());
        assertThat(after.recentProjects()).isEmpty();
        assertThat(after.placing()).isEqualTo(Placing.ONE_FILE);
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
        settings.setDark(true);

        assertThat(settings.dark()).contains(true);
    }

    private Path file() {
        return folder.resolve("drydock").resolve("settings.properties");
    }
}
