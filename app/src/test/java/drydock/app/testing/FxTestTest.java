package drydock.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class FxTestTest extends FxTest {

    private int presses;

    @Override
    protected Scene scene() {
        Button button = new Button("press");
        button.setOnAction(_ -> presses++);
        return new Scene(new StackPane(button));
    }

    @Test
    void aClickArrivesInARealWindow() {
        clickOn("press");

        assertThat(presses).isEqualTo(1);
    }
}
