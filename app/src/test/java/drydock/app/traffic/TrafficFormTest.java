package drydock.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.render.traffic.Sender;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrafficFormTest {

    @Test
    void aFormBecomesALineOfTheConsole() {
        TrafficForm form = TrafficForm.EMPTY.to("service/shop/web");

        assertThat(form.command("client")).isEqualTo("traffic start client service/shop/web/ --rate=5/s");
        assertThat(form.from(ResourceId.of(Kinds.POD, "shop", "me")).command("client"))
                .isEqualTo("traffic start client service/shop/web/ --rate=5/s --from=shop/me");
        assertThat(new TrafficForm("", Optional.empty(), "http://shop.example.com", "/cart", 0).command("client"))
                .isEqualTo("traffic send http://shop.example.com/cart");
    }

    @Test
    void thePathOfATargetIsAFieldOfItsOwn() {
        assertThat(TrafficForm.EMPTY.to("http://shop.example.com/admin"))
                .isEqualTo(new TrafficForm("", Optional.empty(), "http://shop.example.com", "/admin", 5));
    }

    @Test
    void aClientThatRunsIsChangedUnderItsName() {
        TrafficForm form = TrafficForm.of(new Sender("load", Optional.empty(), "service://web.shop:8080/cart", 0.5));

        assertThat(form.to()).isEqualTo("service/shop/web:8080");
        assertThat(form.path()).isEqualTo("/cart");
        assertThat(form.command("client-2")).isEqualTo("traffic start load service/shop/web:8080/cart --rate=0.5/s");
    }
}
