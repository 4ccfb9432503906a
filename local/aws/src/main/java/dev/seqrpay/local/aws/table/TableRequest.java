package dev.seqrpay.local.aws.table;

import dev.seqrpay.local.aws.template.TableResource;
import dev.seqrpay.local.aws.template.TemplateException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** A table's properties in the template as the requests that make it; backup and encryption have no meaning here. */
public final class TableRequest {
    private final TableResource table;

    public TableRequest(TableResource table) {
        this.table = table;
    }

    public CreateTableRequest create() {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(each(table.properties(), "AttributeDefinitions")
                        .map(TableRequest::attribute)
                        .toList())
                .keySchema(keys(table.properties()));
        List<GlobalSecondaryIndex> indexes = each(table.properties(), "GlobalSecondaryIndexes")
                .map(TableRequest::index)
                .toList();
        if (!indexes.isEmpty()) request.globalSecondaryIndexes(indexes);
        stream().ifPresent(request::streamSpecification);
        return request.build();
    }

    Optional<UpdateTableRequest> addStream() {
        return stream().map(stream -> UpdateTableRequest.builder()
                .tableName(table.name())
                .streamSpecification(stream)
                .build());
    }

    Optional<UpdateTimeToLiveRequest> timeToLive() {
        if (!(table.properties().get("TimeToLiveSpecification") instanceof Map<?, ?> ttl)) return Optional.empty();
        return Optional.of(UpdateTimeToLiveRequest.builder()
                .tableName(table.name())
                .timeToLiveSpecification(spec ->
                        spec.attributeName((String) ttl.get("AttributeName")).enabled(true))
                .build());
    }

    private Optional<StreamSpecification> stream() {
        return table.properties().get("StreamSpecification") instanceof Map<?, ?> stream
                ? Optional.of(stream(stream))
                : Optional.empty();
    }

    private static AttributeDefinition attribute(Map<?, ?> attribute) {
        return AttributeDefinition.builder()
                .attributeName((String) attribute.get("AttributeName"))
                .attributeType((String) attribute.get("AttributeType"))
                .build();
    }

    private static List<KeySchemaElement> keys(Map<?, ?> owner) {
        return each(owner, "KeySchema")
                .map(key -> KeySchemaElement.builder()
                        .attributeName((String) key.get("AttributeName"))
                        .keyType((String) key.get("KeyType"))
                        .build())
                .toList();
    }

    private static GlobalSecondaryIndex index(Map<?, ?> index) {
        if (!(index.get("Projection") instanceof Map<?, ?> projection))
            throw new TemplateException("An index says nothing of its projection: " + index);
        return GlobalSecondaryIndex.builder()
                .indexName((String) index.get("IndexName"))
                .keySchema(keys(index))
                .projection(projection(projection))
                .build();
    }

    @SuppressWarnings("unchecked")
    private static Projection projection(Map<?, ?> projection) {
        return Projection.builder()
                .projectionType((String) projection.get("ProjectionType"))
                .nonKeyAttributes((List<String>) projection.get("NonKeyAttributes"))
                .build();
    }

    private static StreamSpecification stream(Map<?, ?> stream) {
        return StreamSpecification.builder()
                .streamEnabled(true)
                .streamViewType((String) stream.get("StreamViewType"))
                .build();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<?, ?>> each(Map<?, ?> owner, String name) {
        Object list = owner.get(name);
        return list == null ? Stream.empty() : ((List<Map<?, ?>>) list).stream();
    }
}
