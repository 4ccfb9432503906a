package dev.seqrpay.dynamodb;

import static dev.seqrpay.dynamodb.Answered.answered;

import dev.seqrpay.merchant.ApiKey;
import dev.seqrpay.merchant.Brand;
import dev.seqrpay.merchant.CheckoutRules;
import dev.seqrpay.merchant.Logo;
import dev.seqrpay.merchant.Merchant;
import dev.seqrpay.merchant.Merchants;
import dev.seqrpay.merchant.Seller;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The webshops in the table. */
public final class DynamoDbMerchants implements Merchants {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoDbMerchants(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<Merchant> find(String id) {
        return get(Keys.merchant(id)).map(item -> merchant(id, item));
    }

    @Override
    public Optional<ApiKey> key(String keyId) {
        return get(Keys.apiKey(ApiKey.merchantId(keyId), keyId)).map(item -> key(keyId, item));
    }

    @Override
    public List<ApiKey> keys(String merchantId) {
        Item values =
                new Item().put(":pk", Keys.merchant(merchantId).text("pk")).put(":prefix", "KEY#");
        return answered(() -> dynamoDb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                        .expressionAttributeValues(values.attributes())
                        .consistentRead(true))
                .items()
                .stream()
                .map(Item::new)
                .map(item -> key(item.text("sk").substring("KEY#".length()), item))
                .toList());
    }

    private static ApiKey key(String id, Item item) {
        Integer perMinute = item.numberOrNull("perMinute");
        return new ApiKey(
                id,
                item.bytes("hash"),
                scopes(item),
                new ApiKey.Terms(
                        item.instantOrNull("created"),
                        item.instantOrNull("expires"),
                        item.instantOrNull("revoked"),
                        perMinute == null ? ApiKey.Terms.PER_MINUTE : perMinute));
    }

    @Override
    public void put(Merchant merchant) {
        put(Keys.listedMerchant(merchant.id()));
        put(item(merchant));
    }

    @Override
    public List<String> ids() {
        Item values = new Item().put(":pk", Keys.listedMerchant("").text("pk"));
        return answered(() -> dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(values.attributes())
                        .consistentRead(true))
                .items()
                .stream()
                .map(item -> new Item(item).text("sk"))
                .toList());
    }

    @Override
    public void put(ApiKey key) {
        put(Keys.apiKey(ApiKey.merchantId(key.id()), key.id())
                .put("hash", key.secretHash())
                .putStrings("scopes", key.scopes().stream().map(Enum::name).toList())
                .put("created", key.terms().createdAt())
                .put("expires", key.terms().expiresAt())
                .put("revoked", key.terms().revokedAt())
                .put("perMinute", key.terms().perMinute()));
    }

    static Item item(Merchant merchant) {
        Brand brand = merchant.brand();
        Item item = Keys.merchant(merchant.id())
                .put("name", merchant.name())
                .putStrings("origins", merchant.origins())
                .put("accent", brand.accent());
        if (!brand.languages().isEmpty()) item.putStrings("languages", brand.languages());
        put(item, merchant.seller());
        put(item, merchant.rules());
        return brand.logo() == null ? item : item.put("logo", brand.logo().bytes());
    }

    private static void put(Item item, Seller seller) {
        item.put("legalName", seller.legalName())
                .put("orgNumber", seller.organisationNumber())
                .put("vatNumber", seller.vatNumber());
        if (!seller.timeZone().equals(Seller.NONE.timeZone()))
            item.put("zone", seller.timeZone().getId());
    }

    private static void put(Item item, CheckoutRules rules) {
        item.put("off", rules.isOff())
                .put("ownAccount", rules.hasOwnAccount())
                .put(
                        "lifeMinutes",
                        rules.life() == null ? null : (Number) rules.life().toMinutes());
        Map<String, String> limits = new TreeMap<>();
        rules.limits().forEach((currency, limit) -> limits.put(currency, limit.toPlainString()));
        item.putTexts("limits", limits);
    }

    private static CheckoutRules rules(Item item) {
        Long minutes = item.longNumberOrNull("lifeMinutes");
        SortedMap<String, BigDecimal> limits = new TreeMap<>();
        item.textsByName("limits").forEach((currency, limit) -> limits.put(currency, new BigDecimal(limit)));
        return new CheckoutRules(
                item.isTrue("off"),
                item.isTrue("ownAccount"),
                minutes == null ? null : Duration.ofMinutes(minutes),
                limits);
    }

    static Merchant merchant(String id, Item item) {
        byte @Nullable [] logo = item.bytesOrNull("logo");
        Brand brand = new Brand(
                item.textOrNull("accent"), logo == null ? null : new Logo(logo), item.textsOrNone("languages"));
        return new Merchant(id, item.text("name"), item.texts("origins"), brand, seller(item), rules(item));
    }

    private static Seller seller(Item item) {
        String zone = item.textOrNull("zone");
        return new Seller(
                item.textOrNull("legalName"),
                item.textOrNull("orgNumber"),
                item.textOrNull("vatNumber"),
                zone == null ? Seller.NONE.timeZone() : Seller.zone(zone));
    }

    private static Set<ApiKey.Scope> scopes(Item item) {
        return item.texts("scopes").stream().map(ApiKey.Scope::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private void put(Item item) {
        answered(() -> dynamoDb.putItem(put -> put.tableName(table).item(item.attributes())));
    }

    private Optional<Item> get(Item key) {
        Map<String, AttributeValue> item =
                answered(() -> dynamoDb.getItem(get -> get.tableName(table).key(key.attributes()))
                        .item());
        return item.isEmpty() ? Optional.empty() : Optional.of(new Item(item));
    }
}
