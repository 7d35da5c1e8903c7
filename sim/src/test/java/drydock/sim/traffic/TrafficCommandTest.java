package drydock.sim.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.network.Client;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficCommandTest {

    private static Optional<TrafficCommand> parse(String line) {
        return TrafficCommand.parse(List.of(line.split(" ")));
    }

    @Test
    void aClientIsStartedWithAllThatCanBeSaid() {
        assertThat(parse("start load service/shop/web:8080/cart --rate=30/m --from=shop/front-1 --timeout=2"))
                .contains(new TrafficCommand.Start(new Client(
                        "load",
                        Optional.of(ResourceId.of(Kinds.POD, "shop", "front-1")),
                        "service://web.shop:8080/cart",
                        0.5,
                        Duration.ofSeconds(2))));
    }

    @Test
    void whatIsLeftOutIsUsual() {
        assertThat(parse("start load svc/web"))
                .contains(new TrafficCommand.Start(
                        new Client("load", Optional.empty(), "service://web.default/", 1, Duration.ofSeconds(5))));
        assertThat(parse("send http://node-1:30000/"))
                .contains(new TrafficCommand.Send(
                        new Client("client", Optional.empty(), "http://node-1:30000/", 1, Duration.ofSeconds(5))));
        assertThat(parse("stop")).contains(new TrafficCommand.Stop(Optional.empty()));
        assertThat(parse("stop load")).contains(new TrafficCommand.Stop(Optional.of("load")));
        assertThat(parse("list")).contains(new TrafficCommand.Show());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "start",
                "start load",
                "start load ftp://web/",
                "start load svc/web --rate=0/s",
                "start load svc/web --rate=2000/s",
                "start load svc/web --speed=3",
                "start load svc/web --timeout=0",
                "start load svc/web --from=A_B",
                "send svc/web --rate=3/s",
                "stop load --now",
                "rain"
            })
    void whatIsNoTrafficIsNone(String line) {
        assertThat(parse(line)).isEmpty();
    }
}
