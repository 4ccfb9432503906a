package dev.seqrpay.local.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqrpay.local.aws.template.TableResource;
import dev.seqrpay.local.aws.template.Template;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

class TableRequestTest {
    private final TableResource table =
            Template.read(Path.of("../../template.yaml"), Map.of()).tables().get(0);

    @Test
    void takesKeysAndIndexesFromTheTemplate() {
        CreateTableRequest request = new TableRequest(table).create();

        assertThat(request.tableName()).isEqualTo("seqrpay-Table");
        assertThat(request.attributeDefinitions())
                .extracting(AttributeDefinition::attributeName)
                .containsExactly("pk", "sk", "gpk", "gsk");
        assertThat(names(request.keySchema())).containsExactly("pk HASH", "sk RANGE");
        GlobalSecondaryIndex due = request.globalSecondaryIndexes().get(0);
        assertThat(due.indexName()).isEqualTo("due");
        assertThat(names(due.keySchema())).containsExactly("gpk HASH", "gsk RANGE");
        assertThat(due.projection().projectionType()).isEqualTo(ProjectionType.KEYS_ONLY);
    }

    @Test
    void takesTheStreamAndTheTimeToLiveFromTheTemplate() {
        TableRequest request = new TableRequest(table);

        assertThat(request.create().streamSpecification().streamViewType()).isEqualTo(StreamViewType.KEYS_ONLY);
        assertThat(request.addStream().orElseThrow().streamSpecification())
                .isEqualTo(request.create().streamSpecification());
        assertThat(request.timeToLive().orElseThrow().timeToLiveSpecification().attributeName())
                .isEqualTo("ttl");
    }

    @Test
    void aTableWithoutThemGetsNeither() {
        Map<String, Object> properties = new HashMap<>(table.properties());
        properties.keySet().removeAll(List.of("StreamSpecification", "TimeToLiveSpecification"));
        TableRequest request = new TableRequest(new TableResource("t", properties));

        assertThat(request.create().streamSpecification()).isNull();
        assertThat(request.addStream()).isEmpty();
        assertThat(request.timeToLive()).isEmpty();
    }

    private static List<String> names(List<KeySchemaElement> keys) {
        return keys.stream()
                .map(key -> key.attributeName() + " " + key.keyTypeAsString())
                .toList();
    }
}
