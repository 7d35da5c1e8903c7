package drydock.model.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final Map<String, Object> SELF = Map.of(
            "replicas", 3L,
            "ratio", 0.5,
            "name", "shop",
            "nothing", Values.NULL,
            "ports", List.of(80L, 443L),
            "hosts", List.of("a.example.com", "b.example.com"),
            "limits", Map.of("cpu", "500m"),
            "since", Instant.parse("2026-01-02T03:04:05Z"),
            "timeout", Duration.ofMinutes(5));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "self.replicas <= 5 && self.name == 'shop'",
                "!has(self.missing) || self.missing > 1",
                "self.?missing.orValue(7) == 7",
                "self.nothing == null",
                "self.replicas > 2.5",
                "self.replicas + 1 == 4",
                "self.hosts.all(h, h.endsWith('.example.com'))",
                "self.hosts.exists_one(h, h.startsWith('a'))",
                "self.hosts.map(h, h.split('.')[0]).join(',') == 'a,b'",
                "self.ports.all(i, port, port > 0 && i < 2)",
                "self.ports.isSorted() && self.ports.sum() == 523 && self.ports.max() == 443 && self.ports.min() == 80",
                "self.ports.indexOf(443) == 1 && self.ports.lastIndexOf(1) == -1",
                "80 in self.ports && 'cpu' in self.limits",
                "self.timeout > duration('1m') && self.since < timestamp('2027-01-01T00:00:00Z')",
                "self.since.getFullYear() == 2026",
                "quantity(self.limits['cpu']).isLessThan(quantity('1'))",
                "quantity('50k').add(20).sub(quantity('100k')).sub(-50000) == quantity('20')",
                "quantity('1Gi').compareTo(quantity('1024Mi')) == 0 && quantity('50k').asInteger() == 50000",
                "isQuantity('1.3Gi') && !isQuantity('200K') && !quantity('1.5').isInteger()",
                "ip('2001:db8::abcd').family() == 6 && ip('127.0.0.1').isLoopback()",
                "ip.isCanonical('2001:db8::abcd') && !ip.isCanonical('2001:DB8::ABCD')",
                "!isIP('127.0.0.256') && !isIP('010.0.0.1') && !isIP('::ffff:1.2.3.4') && !isIP('fe80::1%eth0')",
                "ip('192.168.0.1').isGlobalUnicast() && !ip('255.255.255.255').isGlobalUnicast()",
                "ip('224.0.0.1').isLinkLocalMulticast() && ip('fe80::1').isLinkLocalUnicast()",
                "string(ip('2001:db8:0:0:1:0:0:1')) == '2001:db8::1:0:0:1'",
                "cidr('192.168.0.0/24').containsIP('192.168.0.1') && !cidr('192.168.0.0/24').containsIP(ip('::1'))",
                "cidr('192.168.0.0/16').containsCIDR('192.168.10.0/24')",
                "!cidr('192.168.1.0/24').containsCIDR(cidr('192.168.0.0/16'))",
                "string(cidr('192.168.0.1/24').masked()) == '192.168.0.0/24'",
                "!isCIDR('192.168.0.0/33') && cidr('::1/128').prefixLength() == 128",
                "url('https://user:pass@example.com:80/path?k1=a&k2=b&k2=c#f').getHost() == 'example.com:80'",
                "url('https://[::1]:80/').getHostname() == '::1' && url('https://[::1]:80/').getPort() == '80'",
                "url('https://example.com/p?k1=a&k2=b&k2=c').getQuery() == {'k1': ['a'], 'k2': ['b', 'c']}",
                "url('https://example.com/path with spaces/').getEscapedPath() == '/path%20with%20spaces/'",
                "isURL('/absolute-path') && !isURL('../relative-path') && !isURL('https://a:b:c/')",
                "'abc 123 def 456'.find('[0-9]+') == '123' && 'abc 123 def 456'.findAll('[0-9]+') == ['123', '456']",
                "'a1b2c3'.findAll('[0-9]', 2) == ['1', '2'] && 'a1b2'.findAll('[0-9]', -1).size() == 2",
                "!format.dns1123Label().validate('my-name').hasValue()",
                "format.dns1123Label().validate('My_Name').hasValue()",
                "format.named('uuid').value().validate('123e4567-e89b-12d3-a456-426614174000') == optional.none()",
                "!format.dns1035LabelPrefix().validate('my-prefix-').hasValue()",
                "!format.date().validate('2026-01-31').hasValue() && format.date().validate('2026-02-31').hasValue()",
                "semver('1.10.0').isGreaterThan(semver('1.9.3')) && semver('1.0.0-rc.1').isLessThan(semver('1.0.0'))",
                "isSemver('1.2.3-beta+7') && !isSemver('v1.2') && semver('v1.2', true).minor() == 2",
                "'%s has %d at %.2f'.format([self.name, self.replicas, self.ratio]) == 'shop has 3 at 0.50'",
                "'%s'.format([self.ports]) == '[80, 443]' && '%x %b %%'.format([255, true]) == 'ff 1 %'",
                "sets.contains(self.ports, [80]) && 'SHOP'.lowerAscii() == self.name",
                "type(self.replicas) == int",
            })
    void computesAsTheApiServerDoes(String expression) {
        assertThat(evaluate(expression)).isEqualTo(new Outcome.Value(true));
    }

    @Test
    void saysWhatAnExpressionAsksForInVain() {
        assertThat(evaluate("self.missing == 1")).isEqualTo(new Outcome.Failure("no such key: missing"));
        assertThat(evaluate("self.ports[7] == 1")).isEqualTo(new Outcome.Failure("index out of bounds: 7"));
        assertThat(evaluate("1 / (self.replicas - 3) == 1")).isEqualTo(new Outcome.Failure("division by zero"));
        assertThat(evaluate("quantity('three').isInteger()"))
                .isInstanceOfSatisfying(
                        Outcome.Failure.class,
                        failure -> assertThat(failure.reason()).startsWith("quantities must"));
        assertThat(evaluate("[].max() == 1")).isEqualTo(new Outcome.Failure("max called on empty list"));
    }

    @Test
    void tellsNothingOfFunctionsThatItDoesNotKnowOrOfValuesThatAreNotTold() {
        assertThat(evaluate("self.replicas.frobnicate()")).isEqualTo(new Outcome.Unknown());
        assertThat(evaluate("self.name.isLessThan(quantity('1'))")).isEqualTo(new Outcome.Unknown());
        assertThat(evaluate("oldSelf == self")).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void givesUpALoopThatDoesNotEnd() {
        String loops = "[0,1,2,3,4,5,6,7,8,9]";
        String expression =
                "%1$s.all(a, %1$s.all(b, %1$s.all(c, %1$s.all(d, %1$s.all(e, %1$s.all(f, %1$s.all(g, a+b+c+d+e+f+g >= 0)))))))"
                        .formatted(loops);

        assertThat(evaluate(expression)).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void saysWhereItsSyntaxIsWrong() {
        assertThat(Expression.of("self.replicas <").syntaxError())
                .hasValueSatisfying(error -> assertThat(error).startsWith("1:16: "));
        assertThat(Expression.of("self.replicas < 5").syntaxError()).isEmpty();
        assertThat(Expression.of("self.frobnicate()").syntaxError()).isEmpty();
    }

    @Test
    void knowsWhetherItAsksForWhatWasBefore() {
        assertThat(Expression.of("self.size >= oldSelf.size").usesOldSelf()).isTrue();
        assertThat(Expression.of("self.oldSelf == 1").usesOldSelf()).isFalse();
    }

    @Test
    void callsFieldsByTheNamesThatExpressionsHaveForThem() {
        assertThat(Values.fieldName("replicas")).contains("replicas");
        assertThat(Values.fieldName("namespace")).contains("__namespace__");
        assertThat(Values.fieldName("my-field.x/y__z")).contains("my__dash__field__dot__x__slash__y__underscores__z");
        assertThat(Values.fieldName("7up")).isEmpty();
        assertThat(Values.fieldName("größe")).isEmpty();
    }

    private static Outcome evaluate(String expression) {
        return Expression.of(expression).evaluate(Values.ofNew(SELF));
    }
}
