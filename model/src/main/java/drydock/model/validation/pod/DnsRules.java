package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Addresses;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// How names are resolved in a Pod (`pkg/apis/core/validation/validation.go validatePodDNSConfig`,
/// `ValidateHostAliases`).
final class DnsRules {

    private static final String RULE = "dns";
    private static final int MOST_SERVERS = 3;
    private static final int MOST_SEARCHES = 32;
    private static final int LONGEST_SEARCHES = 2048;

    /// From this version on names to search may have underscores, or be the root (gate
    /// RelaxedDNSSearchValidation).
    private static final int RELAXED_SEARCHES = 33;

    static final List<Rule> RULES = List.of(
            Rule.of("PodSpec", DnsRules::serverNeeded),
            Rule.of("PodDNSConfig", DnsRules::servers),
            Rule.of("PodDNSConfig", DnsRules::searches),
            Rule.of("PodDNSConfig", DnsRules::options),
            Rule.of("HostAlias", DnsRules::alias));

    private DnsRules() {}

    private static void serverNeeded(Visit pod) {
        if (!pod.textOrEmpty("dnsPolicy").equals("None")) {
            return;
        }
        if (!pod.has("dnsConfig")) {
            Checks.missing(pod, "dnsConfig", "must provide `dnsConfig` when `dnsPolicy` is None");
        } else if (pod.in("dnsConfig").list("nameservers").isEmpty()) {
            Checks.missing(
                    pod.in("dnsConfig"),
                    "nameservers",
                    "must provide at least one DNS nameserver when `dnsPolicy` is None");
        }
    }

    private static void servers(Visit config) {
        List<String> servers = config.list("nameservers");
        if (servers.size() > MOST_SERVERS) {
            config.error(RULE, "nameservers", "too-many", MOST_SERVERS)
                    .words(ServerWords.invalid(servers, "must not have more than 3 nameservers"));
        }
        for (int i = 0; i < servers.size(); i++) {
            Addresses.check(config, config.path().key("nameservers").index(i), servers.get(i));
        }
    }

    private static void searches(Visit config) {
        List<String> searches = config.list("searches");
        if (searches.size() > MOST_SEARCHES) {
            config.error(RULE, "searches", "too-many", MOST_SEARCHES)
                    .words(ServerWords.invalid(searches, "must not have more than 32 search paths"));
        }
        if (String.join(" ", searches).length() > LONGEST_SEARCHES) {
            config.error(RULE, "searches", "too-long", LONGEST_SEARCHES)
                    .words(ServerWords.invalid(
                            searches, "must not have more than 2048 characters (including spaces) in the search list"));
        }
        boolean relaxed = config.version().atLeast(RELAXED_SEARCHES);
        for (int i = 0; i < searches.size(); i++) {
            String search = searches.get(i).replaceFirst("\\.$", "");
            FieldPath at = config.path().key("searches").index(i);
            List<String> problems =
                    relaxed ? Names.subdomainWithUnderscoreProblems(search) : Names.subdomainProblems(search);
            if (!problems.isEmpty() && !(relaxed && searches.get(i).equals("."))) {
                config.error("name", at, "name-subdomain", Checks.shown(search), problems.getFirst())
                        .words(ServerWords.invalid(search, problems.getFirst()));
            }
        }
    }

    private static void options(Visit config) {
        for (Visit option : config.each("options")) {
            if (option.textOrEmpty("name").isEmpty()) {
                option.error(
                                Checks.REQUIRED,
                                option.path(),
                                "required-field",
                                option.path().key("name"))
                        .words(ServerWords.required("must not be empty"));
            }
        }
    }

    private static void alias(Visit alias) {
        Addresses.check(alias, alias.path().key("ip"), alias.textOrEmpty("ip"));
        List<String> names = alias.list("hostnames");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            FieldPath at = alias.path().key("hostnames").index(i);
            Names.subdomainProblems(name).stream()
                    .findFirst()
                    .ifPresent(problem -> alias.error("name", at, "name-subdomain", Checks.shown(name), problem)
                            .words(ServerWords.invalid(name, problem)));
        }
    }
}
