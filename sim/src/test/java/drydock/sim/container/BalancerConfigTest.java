package drydock.sim.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BalancerConfigTest {

    @Test
    void haproxyHandsOnFromAFrontendToItsBackend() {
        assertThat(BalancerConfig.haproxy("""
            defaults
              mode http       # of all
            frontend web
              bind *:8080
              default_backend nodes
            backend nodes
              balance roundrobin
              server one 10.0.0.102:30080 check
              server two 10.0.0.103:30080 check
            listen other
              bind 0.0.0.0:9000
              server one 10.0.0.104:9000
            """))
                .containsExactly(
                        new BalancerConfig.Front(8080, List.of("10.0.0.102:30080", "10.0.0.103:30080")),
                        new BalancerConfig.Front(9000, List.of("10.0.0.104:9000")));
    }

    @Test
    void nginxHandsOnToAnUpstreamOrToAServer() {
        assertThat(BalancerConfig.nginx("""
            http {
              upstream nodes { server 10.0.0.102:30080; server 10.0.0.103:30080 weight=2; }
              server {
                listen 8080;
                location / { proxy_pass http://nodes; }
              }
            }
            stream { server { listen 9000; proxy_pass 10.0.0.104:9000; } }
            """))
                .containsExactly(
                        new BalancerConfig.Front(8080, List.of("10.0.0.102:30080", "10.0.0.103:30080")),
                        new BalancerConfig.Front(9000, List.of("10.0.0.104:9000")));
    }

    @Test
    void nginxThatServesFilesHandsOnNothing() {
        assertThat(BalancerConfig.nginx("events {}\nhttp { server { listen 80; root /usr/share/nginx/html; } }"))
                .isEmpty();
    }
}
