package drydock.sim.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BareTalkTest {

    private final BareTalk talk = new BareTalk();

    private void hear(String text) {
        talk.hear(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aLineIsAMessageOnceItIsWhole() {
        hear("PI");
        assertThat(talk.next()).isEmpty();
        hear("NG\r\n\r\nGET  key\n");

        assertThat(talk.next()).contains(List.of("PING"));
        assertThat(talk.next()).contains(List.of("GET", "key"));
        assertThat(talk.next()).isEmpty();
    }

    @Test
    void anArrayIsAMessageWithBlanksAndLinesInItsWords() {
        hear("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$5\r\na b");
        assertThat(talk.next()).isEmpty();
        hear("\nc\r\n*1\r\n$4\r\nPING\r\n");

        assertThat(talk.next()).contains(List.of("SET", "k", "a b\nc"));
        assertThat(talk.next()).contains(List.of("PING"));
    }

    @Test
    void whatMemcachedStoresComesInABlockBehindItsLine() {
        hear("set k 0 0 5\r\n");
        assertThat(talk.next()).isEmpty();
        hear("a\r\nbc\r\nget k\r\n");

        assertThat(talk.next()).contains(List.of("set", "k", "0", "0", "5", "a\r\nbc"));
        assertThat(talk.next()).contains(List.of("get", "k"));
    }

    @Test
    void bytesThatAreNoTextAreOneMessage() {
        hear("\u0016\u0003\u0001");

        assertThat(talk.next()).contains(List.of("\u0016\u0003\u0001"));
        assertThat(talk.isHttp()).isFalse();
    }

    @Test
    void httpIsToldByItsFirstLine() {
        hear("GET / HT");
        assertThat(talk.isHttp()).isFalse();
        hear("TP/1.1\r\n");

        assertThat(talk.isHttp()).isTrue();
    }
}
