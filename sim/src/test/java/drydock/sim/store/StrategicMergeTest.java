package drydock.sim.store;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StrategicMergeTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static String merged(String target, String patch) {
        return JSON.writeValueAsString(StrategicMerge.merge(
                        JSON.readValue(target.replace('\'', '"'), Map.class),
                        JSON.readValue(patch.replace('\'', '"'), Map.class),
                        Schema.kubernetes().kind("v1", "Pod")))
                .replace('"', '\'');
    }

    @Test
    void itemsWithTheSameKeyAreMergedAndNewOnesAdded() {
        assertThat(merged(
                        "{'spec':{'containers':[{'name':'a','image':'x','tty':true}]}}",
                        "{'spec':{'containers':[{'name':'a','image':'y'},{'name':'b','image':'z'}]}}"))
                .isEqualTo("{'spec':{'containers':[{'name':'a','image':'y','tty':true},{'name':'b','image':'z'}]}}");
    }

    @Test
    void anItemIsDeletedByDirective() {
        assertThat(merged(
                        "{'spec':{'containers':[{'name':'a'},{'name':'b'}]}}",
                        "{'spec':{'containers':[{'name':'a','$patch':'delete'}]}}"))
                .isEqualTo("{'spec':{'containers':[{'name':'b'}]}}");
    }

    @Test
    void aListIsReplacedByDirectiveAndAlwaysWhereTheSchemaKnowsNoKey() {
        assertThat(merged(
                        "{'spec':{'containers':[{'name':'a'}],'tolerations':[{'key':'x'}]}}",
                        "{'spec':{'containers':[{'$patch':'replace'},{'name':'c'}],'tolerations':[{'key':'y'}]}}"))
                .isEqualTo("{'spec':{'containers':[{'name':'c'}],'tolerations':[{'key':'y'}]}}");
    }

    @Test
    void theOrderOfThePatchIsKeptAndWhatOnlyTheServerHasStandsBetween() {
        assertThat(merged(
                        "{'spec':{'containers':[{'name':'a'},{'name':'s'},{'name':'b'}]}}",
                        "{'spec':{'$setElementOrder/containers':[{'name':'c'},{'name':'a'},{'name':'b'}],"
                                + "'containers':[{'name':'c'}]}}"))
                .isEqualTo("{'spec':{'containers':[{'name':'c'},{'name':'a'},{'name':'s'},{'name':'b'}]}}");
    }

    @Test
    void plainItemsAreAddedOnceAndDeletedByDirective() {
        assertThat(merged(
                        "{'metadata':{'finalizers':['a','b']}}",
                        "{'metadata':{'finalizers':['b','c'],'$deleteFromPrimitiveList/finalizers':['a']}}"))
                .isEqualTo("{'metadata':{'finalizers':['b','c']}}");
    }

    @Test
    void keysThatAreNotRetainedGo() {
        assertThat(
                        merged(
                                "{'spec':{'volumes':[{'name':'v','emptyDir':{}}]}}",
                                "{'spec':{'volumes':[{'name':'v','hostPath':{'path':'/a'},'$retainKeys':['name','hostPath']}]}}"))
                .isEqualTo("{'spec':{'volumes':[{'name':'v','hostPath':{'path':'/a'}}]}}");
    }

    @Test
    void nullTakesAFieldAwayAndLeavesNoTraceInANewOne() {
        assertThat(merged("{'metadata':{'labels':{'a':'1'}}}", "{'metadata':{'labels':{'a':null,'b':'2'}}}"))
                .isEqualTo("{'metadata':{'labels':{'b':'2'}}}");
        assertThat(merged("{}", "{'metadata':{'labels':{'a':null}}}")).isEqualTo("{'metadata':{'labels':{}}}");
    }

    @Test
    void withoutASchemaListsAreReplaced() {
        assertThat(StrategicMerge.merge(Map.of("items", List.of(1, 2)), Map.of("items", List.of(3)), Optional.empty()))
                .isEqualTo(Map.of("items", List.of(3)));
    }
}
