/** Generated from the operation table by `npm run contracts`. Do not edit. */
export interface paths {
  '/v1/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in */
    get: operations['getSession'];
    put?: never;
    /**
     * Sign a browser in with a token
     * @description For the console: the token moves into an `HttpOnly`, `SameSite=Strict` cookie of this region, out of reach of scripts. From then on the cookie stands for `Authorization` wherever that is absent; calls that change something also need the header `X-Reprise-CSRF`, with any value.
     */
    post: operations['createSession'];
    /**
     * Sign out
     * @description Takes the cookie away. The token that was in it stays good until it expires: it belongs to its holder.
     */
    delete: operations['deleteSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All markets a buyer may enter, in every region */
    get: operations['listMarkets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The market that serves a country */
    get: operations['resolveMarket'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One market */
    get: operations['getMarket'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/products': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Search and browse products, with facets */
    get: operations['listProducts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/categories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The category tree, with what can be bought in each branch
     * @description Every code is a value of `?category=` of the product list: a branch stands for all below it.
     */
    get: operations['listCategories'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/products/{idOrSlug}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A product page in one call
     * @description An id or address of a product that was merged into another, or that a product had before, answers with that product and says `redirectedFrom`: the storefront knows its own addresses and answers 301 to the one made of `slug`.
     */
    get: operations['getProduct'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/variants/{variantId}/offers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All offers of a variant, ranked, with reasons */
    get: operations['listVariantOffers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/products/{idOrSlug}/structured-data': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What a search engine reads of a product page
     * @description schema.org as JSON-LD, for the page to carry as it is: a `ProductGroup` with a `Product` a variant and an `Offer` a buy box, or the one `Product` where there is one variant.
     */
    get: operations['getStructuredData'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/sitemaps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The sitemaps of a market: one or more a locale */
    get: operations['getSitemapIndex'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/sitemaps/{locale}/{part}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The pages of products that can be bought, in one locale, with their other languages */
    get: operations['getSitemap'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/feeds/google-merchant': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Everything that can be bought, as Google Merchant Center reads it
     * @description RSS 2.0 with the `g:` namespace: one item for each variant and grade that can be bought, priced as its page shows it, in the order of product ids. Streamed.
     */
    get: operations['getMerchantFeed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/ranking-parameters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How offers and products are ranked, as the law wants it published
     * @description The main parameters of the ranking and their relative importance: Regulation (EU) 2019/1150 article 5, Directive 2011/83/EU article 6a.
     */
    get: operations['getRankingParameters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/offers/{offerId}/price': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The price of an offer and, on request, how it came about */
    get: operations['getOfferPrice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/offers/{offerId}/price-history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every price an offer was displayed at in a market, newest first
     * @description Public, because buyers may check an announced reduction against it.
     */
    get: operations['getPriceHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/quotes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Exact prices and taxes for a basket and an address, locked until they expire */
    post: operations['createQuote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/carts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** An empty cart */
    post: operations['createCart'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/carts/{cartId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A cart and what it holds */
    get: operations['getCart'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/carts/{cartId}/payment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The buyer goes to pay: hold what is in the cart for longer
     * @description Once per visit to the till: repeated, it counts from the first time. Changing a line begins anew. A placed order needs no hold: its stock has no deadline.
     */
    post: operations['extendCart'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/carts/{cartId}/lines/{offerId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Hold a quantity of an offer for this cart
     * @description Sets the quantity held, all or nothing, and extends the cart’s life.
     */
    put: operations['putCartLine'];
    post?: never;
    /** Give a line’s hold back */
    delete: operations['deleteCartLine'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Order what a quote locked
     * @description Needs `Idempotency-Key`: the same key and body again answers the same order. `Prefer: wait=10` waits up to that many seconds (30 at most) for the outcome; otherwise the answer is 202 with status `pending`.
     */
    post: operations['placeOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/orders/{orderId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An order, for the holder of its access token */
    get: operations['getOrder'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/orders/{orderId}/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Confirmations, invoices, receipts and credit notes of an order
     * @description For the holder of the order’s access token and operators: all of them. For a seller: those issued in its name. A document is there moments after what it is about: payment, shipment, refund.
     */
    get: operations['listDocuments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/orders/{orderId}/documents/{documentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A document, as PDF, JSON or EN 16931 invoice
     * @description `Accept: application/pdf` answers a page to print, the same bytes each time; `application/json` (the default) what the document says; `application/xml` a UBL 2.1 invoice or credit note after EN 16931, for invoices under European VAT.
     */
    get: operations['getDocument'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/orders/{orderId}/cancellations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Call off what was not sent yet
     * @description One cancellation for each seller concerned. What was paid for it goes back at once. Needs `Idempotency-Key`.
     */
    post: operations['cancelLines'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/orders/{orderId}/returns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask to send goods back, or claim under the guarantee
     * @description One return for each seller concerned; its seller approves or rejects it. To withdraw without a reason use `stateWithdrawal`, which needs nobody’s approval. Needs `Idempotency-Key`.
     */
    post: operations['requestReturn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/orders/{orderId}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Withdraw from the contract: the statement, and what would follow
     * @description The first step of the withdrawal function (Directive 2011/83/EU art. 11a): label it “withdraw from contract here”. Nothing is binding until `confirmWithdrawal`. Without `lines` all that can still be withdrawn from is meant. Open for the whole period, before delivery too, and for guests: the order’s access token is enough. Needs `Idempotency-Key`.
     */
    post: operations['stateWithdrawal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/orders/{orderId}/withdrawal/{withdrawalId}/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirm the withdrawal and get its acknowledgement
     * @description The second step: label it “confirm withdrawal”. The answer is the acknowledgement of receipt, with date and time, on a durable medium. Needs `Idempotency-Key`.
     */
    post: operations['confirmWithdrawal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/orders/{orderId}/withdrawal/{withdrawalId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The acknowledgement of a withdrawal, unchanged, for as long as the order can be read */
    get: operations['getWithdrawal'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Paid orders with goods of this seller, newest first */
    get: operations['listSellerOrders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/orders/{orderId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This seller’s part of an order */
    get: operations['getSellerOrder'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/orders/{orderId}/shipments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that a parcel left, and which devices are in it
     * @description Phones need one IMEI a piece (15 digits, check digit included; 16 with a software version are read too), tablets and laptops an IMEI or a serial number. A device is in one parcel at a time. Needs `Idempotency-Key`.
     */
    post: operations['shipLines'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/orders/{orderId}/shipments/{shipmentId}/delivered': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that a parcel arrived, or was lost
     * @description Delivery starts the buyer’s withdrawal period. What was lost is paid back at once. Needs `Idempotency-Key`.
     */
    post: operations['endShipment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/orders/{orderId}/cancellations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Call off what cannot be sent; the buyer is paid back
     * @description Needs `Idempotency-Key`.
     */
    post: operations['cancelSellerLines'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/orders/{orderId}/returns/{returnId}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approve or reject what a buyer asked for
     * @description A withdrawal needs no approval and cannot be rejected. Needs `Idempotency-Key`.
     */
    post: operations['decideReturn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/orders/{orderId}/returns/{returnId}/receipt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that the goods are back; the buyer is paid back, or a claim is met otherwise
     * @description Pays back what was paid for exactly these pieces, unless a warranty claim is met by a repair or a replacement. Needs `Idempotency-Key`.
     */
    post: operations['receiveReturn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/offers/{sku}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An offer as its seller stated it */
    get: operations['getSellerOffer'];
    /**
     * Create or replace an offer
     * @description Idempotent. Markets of other regions are refused: state their prices at that region’s gateway.
     */
    put: operations['putSellerOffer'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/offers/{sku}/scheduled-prices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Prices stated ahead for an offer, past ones included, in order of when they begin */
    get: operations['listScheduledPrices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/offers/{sku}/scheduled-prices/{scheduleId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * State a price ahead: a sale or another price of an offer in one market, for a time
     * @description Idempotent by content. Quotes follow the window to the millisecond, pages when the offer is published anew. It begins in the future, and two of an offer in one market never overlap; once it has begun only its end may be moved. While it is in force it stands where the stated price stood, within the same bounds.
     */
    put: operations['putScheduledPrice'];
    post?: never;
    /** Take a price stated ahead back, or end it at once when it has begun */
    delete: operations['deleteScheduledPrice'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the seller is told of its orders */
    get: operations['listSellerWebhooks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/webhooks/{webhookId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A webhook as it stands */
    get: operations['getSellerWebhook'];
    /**
     * Have the seller told of its orders at a URL
     * @description Idempotent. The secret is in the answer that makes it and in no other. Messages are signed after Standard Webhooks, sent at least once, in no promised order, again with growing delays for up to three days; a receiver that fails for days is disabled, and what it missed within 30 days can be replayed.
     */
    put: operations['putSellerWebhook'];
    post?: never;
    /** Tell it no more; what waits for it is dropped */
    delete: operations['deleteSellerWebhook'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/webhooks/{webhookId}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a webhook was told, newest first, with every attempt */
    get: operations['listSellerWebhookDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/webhooks/{webhookId}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send messages of the last 30 days again */
    post: operations['replaySellerWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/offers/{sku}/buy-box': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Where an offer ranks in a market, why, and the price that would win
     * @description Computed from what buyers see now. `simulatePrice` answers for another price and changes nothing. Nothing of other sellers is told that a page does not show.
     */
    get: operations['getSellerBuyBox'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/offers/bulk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create or replace many offers from an NDJSON stream
     * @description Each line is an offer with its `sku`, taken as it arrives; the answer comes when the last one is. Idempotent by content: sending the file again changes nothing. A bad line is reported and the others go on. To survive a lost connection choose an id beforehand and send it as `import`: ask that import how far it is and send the rest of the file from there, saying the number of its first line as `from`.
     */
    post: operations['importOffers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/price-seeding': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where you want no price given in your name */
    get: operations['getSeedingRefusal'];
    /**
     * Say where you want no price given in your name when a market opens
     * @description Holds for proposals in review too: what is refused before a row is applied is not applied.
     */
    put: operations['putSeedingRefusal'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/units': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The units of a seller, oldest first */
    get: operations['listUnits'];
    put?: never;
    /**
     * Register a device in the unit ledger
     * @description Idempotent by seller, device and purchase document: the same again answers 200 with the unit as it stands. An IMEI or serial number is unique among units that are not sold or scrapped; a device that comes back to the market is a new unit with its own purchase.
     */
    post: operations['registerUnit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/units/bulk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register many devices from an NDJSON stream
     * @description Each line is a unit as `registerUnit` takes it. Idempotent; a bad line is reported and the others go on.
     */
    post: operations['importUnits'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/units/{unitId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A unit and every status it had */
    get: operations['getUnit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/units/{unitId}/transitions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Move a unit on in its life
     * @description Orders reserve, sell and return units; a seller tests, lists, takes off sale and scraps them. `tested` needs checks that pass, `listed` an offer of the same grade that the purchase allows. Asking for the status a unit has changes nothing.
     */
    post: operations['moveUnit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The newest imports of offers, newest first */
    get: operations['listOfferImports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/imports/{importId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far an import of offers is */
    get: operations['getOfferImport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/imports/{importId}/errors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Why rows of an import were refused, by line */
    get: operations['listOfferImportErrors'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/stock/{sku}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many there are of an offer, and to whom they are promised */
    get: operations['getStock'];
    /**
     * Say what counts the stock of an offer
     * @description By default the quantity stated with the offer. Counted by `units`, stock is the number of listed units, and an offer that states another quantity is noted as a discrepancy.
     */
    put: operations['putStockCounting'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/locations/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Name a place goods are kept at in this region */
    put: operations['putLocation'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/locations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The places of a seller in this region */
    get: operations['listLocations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/stock/bulk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * State what places have, from an NDJSON stream
     * @description Each line states one offer at one place. Idempotent; a bad line is reported and the others go on. The first line of an offer makes its places what counts its stock, instead of the quantity stated with it.
     */
    post: operations['feedStock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/unit-discrepancies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where goods and unit ledger disagree, newest first */
    get: operations['listUnitDiscrepancies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/unit-discrepancies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where goods and unit ledger disagree, of one seller or all, newest first */
    get: operations['listOpsUnitDiscrepancies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/markets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every market in every state, with its last change */
    get: operations['listOpsMarkets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/markets/{market}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A market’s definition, version and status */
    get: operations['getOpsMarket'];
    /**
     * Define a market or change its definition
     * @description Idempotent: the same definition again changes nothing and says `changed: false`. A new market starts as `draft`. With `If-Match` a definition that was decided on an older version is refused with `ConcurrentModification`.
     */
    put: operations['putMarket'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/markets/{market}/transitions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Move a market along its life cycle
     * @description To `live` only when no check of the readiness report blocks, and none warns unless `acceptWarnings` says so: `MarketNotReady` lists them. What was checked is what opens: a change in between is a `ConcurrentModification`.
     */
    post: operations['transitionMarket'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/markets/{market}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every version of a market, newest first: what changed it, who and why */
    get: operations['listMarketVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/markets/{market}/versions/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A market as it was at one version */
    get: operations['getMarketVersion'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/markets/{market}/rollback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take up the definition of an earlier version again
     * @description The earlier definition becomes the newest version; nothing is unwritten, and the status stays. Where that version says what is said now, nothing changes.
     */
    post: operations['rollbackMarket'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/markets/{market}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What differs between a market and another, or an earlier version of itself
     * @description `before` is what `against` names, `after` the market of the address as it stands.
     */
    get: operations['diffMarket'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/markets/{market}/plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What a definition and its rate tables would change for buyers, without changing it
     * @description Every offer with a price in the market is priced twice, as things are and as they would be, one unit to the market’s first country unless `shipTo` says otherwise. Stated prices are compared: price lists change neither side.
     */
    post: operations['planMarket'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/markets/{market}/readiness': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is ready of a market, what warns and what blocks its opening
     * @description Asks the services that know, at the gateway of the market’s own region. Every check is there, with counts; a service that does not answer fails the call, because a report with a hole is no report.
     */
    get: operations['getReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/markets/{market}/readiness/services/{service}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What one service knows of a market’s readiness */
    get: operations['getServiceReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/markets/{market}/readiness/{check}/items': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything that fails one check */
    get: operations['listReadinessItems'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/markets/{market}/examples': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Store the worked examples finance signed for a market
     * @description Idempotent by content; every version is kept. Readiness prices each of them with the engine.
     */
    put: operations['putMarketExamples'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/products/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create or update products from an NDJSON stream, one product a line
     * @description Idempotent by content: an unchanged product says nothing. A bad line is reported and the others go on.
     */
    post: operations['importProducts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/products/{productId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A product as it stands, what is merged into it, and who decided what about it */
    get: operations['getOpsProduct'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/products/{productId}/merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Declare a product a duplicate of another
     * @description Its id, addresses, codes and variants lead to the other product from then on, and its offers are sold there. Variants that are the same device become one. Importing the duplicate again does not undo it; a split does.
     */
    post: operations['mergeProduct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/products/{productId}/split': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take variants out of a product
     * @description All variants of a product that was merged into it: that product is there again, with its ids and addresses. Others become a product of their own, which `product` names.
     */
    post: operations['splitProduct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/products/{productId}/publication': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say since when and until when each market shows a product
     * @description Replaces what was said before. A market that is not named shows it always. Takes effect on the instant, in listing, page and buy box alike; an order already quoted is not undone.
     */
    put: operations['publishProduct'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/translations/missing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What a language lacks
     * @description Every text a page in that language shows in another one, as `servedLocales` of the page says it, with what is shown instead. A locale is read along the fallback chain its market declares. `wording` are sections of a market’s own words: a market’s definition states those.
     */
    get: operations['listMissingTranslations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/translations/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Texts to translate into a language, as CSV
     * @description Columns `kind,key,locale,sourceLocale,source,text`, streamed. Fill in `text` and send the file to the import. A file sent back as it came changes nothing.
     */
    get: operations['exportTranslations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/translations/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take in translations from a CSV file
     * @description Reads the columns `kind`, `key`, `locale` and `text`, in any order, and ignores others. Idempotent by content; a row without a text is one nobody translated yet. A wrong row, or one that says what a market’s law forbids, is reported with its line and field, and the others go on. Streamed. Stays when an importer states the product again.
     */
    post: operations['importTranslations'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/fx-rates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The rates that count for a day
     * @description On a day without a quote (weekends, TARGET holidays) the last one before it counts, or with `quote=next` the first one after it. `stale` says that a rate has missed too many TARGET days to be used for that day.
     */
    get: operations['listFxRates'];
    put?: never;
    /**
     * Store reference rates from a file of their publisher
     * @description The ECB’s XML (daily, 90 days, history), its history CSV, or NDJSON lines `{date,currency,rate}`; rates are units of a currency per 1 EUR. All of the file is stored or none of it. Append-only: a quote that is known changes nothing, one that differs becomes the next version. `N/A` is skipped.
     */
    post: operations['importFxRates'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/price-proposals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sets of proposed prices, newest first */
    get: operations['listPriceProposals'];
    put?: never;
    /**
     * What offers of one market could cost in another, where they are not sold yet
     * @description Changes nothing. Exchange rate × margin, rounded once, then the target market’s charm rule, never below the seller’s `minPrice`. Each proposal says what would refuse it in the target market, and whether it is far from what the same goods cost there. Tax is not moved: see `taxInclusive` of both markets.
     */
    post: operations['proposePrices'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/price-proposals/{proposalId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A set of proposed prices: its terms, state and counts */
    get: operations['getPriceProposal'];
    /**
     * Propose prices for every offer of one market in another, to be reviewed
     * @description The id is yours, so that asking twice begins one. Rates of one day × margin, rounded once, then the target’s charm rule, never below a seller’s `minPrice`. It is `building` until every offer has its row, then in `review`. Nothing has a price before it is approved, and nothing is ever converted at the moment of a sale.
     */
    put: operations['beginPriceProposal'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/price-proposals/{proposalId}/rows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Proposed prices, by offer or the farthest from their reference first */
    get: operations['listPriceProposalRows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/price-proposals/{proposalId}/histogram': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far proposed prices are from their references, in buckets
     * @description The first and the last bucket hold everything beyond them. Bands are where a row becomes an outlier.
     */
    get: operations['getPriceProposalHistogram'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/price-proposals/{proposalId}/edits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Change proposed prices, or leave rows out, one or all that answer to a filter
     * @description All of it or nothing. Send the `ETag` as `If-Match`: whoever edited first wins, the other is told.
     */
    post: operations['editPriceProposal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/price-proposals/{proposalId}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approve proposed prices, or discard them
     * @description Approved offers get their prices in batches; what happened since to an offer or its seller is respected, row by row. Prices below cost are only given when `acceptBelowCost` says so.
     */
    post: operations['decidePriceProposal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/tax-tables/{tableId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Store a table of effective-dated tax rates
     * @description Idempotent by content. Takes effect at once for new quotes; a quote already signed keeps its price.
     */
    put: operations['putTaxTable'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/fee-tables/{tableId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Store a table of effective-dated fees and levies */
    put: operations['putFeeTable'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/fee-tables/{tableId}/scales': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take in the scale of a producer organisation, such as that of the French éco-participation
     * @description CSV with the columns `productCode,category,amount`: the code of the scale, the category of the catalogue it is of (left empty for goods that are not sold), and the amount a piece without tax. All of it holds from `validFrom`, when the scale before ends, or nothing does. The same file again changes nothing.
     */
    post: operations['importFeeScale'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/vouchers/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A voucher as it stands */
    get: operations['getVoucher'];
    /**
     * Define what a voucher code takes off
     * @description Idempotent by content; every version is kept. Takes effect at once for new quotes; a quote already signed keeps its discount.
     */
    put: operations['putVoucher'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/tax-rates/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The newest imports of tax rates, newest first */
    get: operations['listTaxRateImports'];
    put?: never;
    /**
     * Take in a file of local sales tax rates
     * @description Reads the file as it arrives and answers when the last row is in. All of it begins to hold at once, or none of it: one wrong row and the import is `rejected`, with every wrong row named. The same file again is `unchanged`; a changed file of the same period is a new version, and the old one is kept.
     */
    post: operations['importTaxRates'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/tax-rates/imports/{importId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of an import of tax rates */
    get: operations['getTaxRateImport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/seller/quality': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How your sales went: rates with their bounds, by month of dispatch, and what is taken down for them */
    get: operations['getOwnQuality'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/sellers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sellers of the region */
    get: operations['listSellers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/sellers/{sellerId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A seller, who they are and what happened to them */
    get: operations['getSeller'];
    /**
     * Register or change a seller
     * @description Idempotent. Without a status a seller keeps the one it has, and a new one may sell at once: whoever registers it vouches for it. With `applied` it first has to be verified.
     */
    put: operations['putSeller'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/sellers/{sellerId}/identity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * State who a seller is
     * @description Which fields changed is kept with who changed them; what was in them is not.
     */
    put: operations['putSellerIdentity'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/sellers/{sellerId}/transitions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Verify, open, suspend, reinstate or close a seller
     * @description applied → verified → active ⇄ suspended, and closed from anywhere. Whoever is not active sells nothing: pages, lists, search and quotes have none of their offers as soon as the fact is heard. Orders already placed go on.
     */
    post: operations['transitionSeller'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/sellers/{sellerId}/quality': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How the sales of a seller went, as the seller sees it */
    get: operations['getSellerQuality'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/sellers/{sellerId}/quality-overrides': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let offers stand that a quality gate took down, or would, until a moment */
    post: operations['overrideQualityGate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/price-lists': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Price lists, past ones included, in order of id */
    get: operations['listPriceLists'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/price-lists/{listId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A price list as it stands */
    get: operations['getPriceList'];
    /**
     * State a price list: a sale or another price for some offers of a market, for a time
     * @description Idempotent by content. Quotes follow the window to the millisecond; pages as fast as the offers it covers are published. A price outside a seller’s own minPrice and maxPrice, or the market’s limits, does not hold: that offer keeps its price. A list that ties with another is refused and the other named.
     */
    put: operations['putPriceList'];
    post?: never;
    /**
     * End a price list at once
     * @description Its versions stay in the audit. Offers it covered show the next list in line, or their seller’s price.
     */
    delete: operations['deletePriceList'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every change of a displayed price, a price list or a market, newest first
     * @description Without an entity: prices and price lists of this region. Markets are asked for by name, or all of them with `market:*`; their changes are kept where markets are written.
     */
    get: operations['listAudit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where operations and storefronts are told of orders */
    get: operations['listOpsWebhooks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/webhooks/{webhookId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A webhook as it stands */
    get: operations['getOpsWebhook'];
    /**
     * Have operations or a storefront told of orders at a URL
     * @description Idempotent. The secret is in the answer that makes it and in no other. Messages are signed after Standard Webhooks, sent at least once, in no promised order, again with growing delays for up to three days; a receiver that fails for days is disabled, and what it missed within 30 days can be replayed.
     */
    put: operations['putOpsWebhook'];
    post?: never;
    /** Tell it no more; what waits for it is dropped */
    delete: operations['deleteOpsWebhook'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/webhooks/{webhookId}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a webhook was told, newest first, with every attempt */
    get: operations['listOpsWebhookDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/webhooks/{webhookId}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send messages of the last 30 days again */
    post: operations['replayOpsWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/markets/{market}/orders/{orderId}/refunds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give money back: all that is left, or a part
     * @description Without `lines` and `delivery` all that is still paid goes back, and what was not sent yet is called off. With them the price of those lines is lowered, or delivery is given back. Tax and fees go back in proportion; all refunds together end exactly at what was paid. Needs `Idempotency-Key`.
     */
    post: operations['refundOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/finance/sales': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Confirmed sales and refunds of every region this one hears, newest first */
    get: operations['listSales'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/finance/ledger': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Postings of one company, in the order of their chain
     * @description Oldest first: by month, by place in the month’s chain, by line. What is posted while you page comes after the page you have. Each posting names the fact it follows from, the order and the document.
     */
    get: operations['listLedger'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/finance/trial-balance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What stands on each account of one company */
    get: operations['getTrialBalance'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What changes, as it happens
     * @description Server-sent events (`text/event-stream`), as `EventSource` reads them: `event` names the type, `data` is JSON with what to read again. A comment every 15 seconds keeps the connection. `Last-Event-ID` goes on where a broken connection ended; what is too long ago to be told is a `reset`. A stream ends with its token. Each subject may hold 20 at a time; who reads too slowly is cut off and may go on from where they were.
     */
    get: operations['streamOpsEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/finance/reconciliation/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Imported settlement files and bank statements, newest first */
    get: operations['listSettlementFiles'];
    put?: never;
    /**
     * Take in a settlement report of a payment provider, or a bank statement
     * @description Reads the file as it arrives and answers when the last line is in. All of its lines begin to count at once, or none: one wrong line and the file is `rejected`, with every wrong line named. Lines reported before count once. The same bytes again are `unchanged`; a changed file of a name that was imported before is `rejected`, with the lines that differ.
     */
    post: operations['importSettlementFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/finance/reconciliation/files/{fileId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of a settlement file */
    get: operations['getSettlementFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/finance/reconciliation/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Compare orders, payment providers, payouts and banks
     * @description Compares everything up to a moment and keeps what differs, to the minor unit. A run is never changed: it can be repeated for the same moment at any time. Differences that the newest run finds stand in the queue of exceptions until they are settled, or until a run no longer finds them.
     */
    post: operations['reconcile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/finance/reconciliation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reconciliations, newest first */
    get: operations['listReconciliations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/finance/reconciliation/runs/{runId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One reconciliation */
    get: operations['getReconciliation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/finance/reconciliation/runs/{runId}/breaks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a reconciliation found */
    get: operations['listBreaks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/finance/reconciliation/exceptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Differences that somebody has to settle, oldest first */
    get: operations['listExceptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/finance/reconciliation/exceptions/{exceptionId}/owner': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Say who looks after an exception */
    put: operations['assignException'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/finance/reconciliation/exceptions/{exceptionId}/resolution': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Propose how an exception is settled
     * @description `accept`: it is right as it is. `adjust`: the ledger follows the outside world, by an entry over the difference. `claim`: the other party owes it. Another person decides.
     */
    post: operations['proposeResolution'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/finance/reconciliation/exceptions/{exceptionId}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve or turn down what somebody else proposed */
    post: operations['decideResolution'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/dead-letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What every service of the region set aside, grouped by cause
     * @description Asks each service. One that does not answer is named in `unreachable` instead of failing the rest.
     */
    get: operations['listDeadLetters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/dead-letters/{service}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What one service set aside, oldest first */
    get: operations['listServiceDeadLetters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/dead-letters/{service}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Apply again what was set aside
     * @description Name letters by `ids`, or a whole group by `stackHash` (500 a call). Where order carries meaning a letter is applied with what is parked behind it, oldest first, up to the first that fails again. `dryRun` says what would be tried.
     */
    post: operations['replayDeadLetters'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ops/dead-letters/{service}/drop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give up on what was set aside
     * @description For good: the facts are never applied here. Who dropped them, why, and their bytes stay on record.
     */
    post: operations['dropDeadLetters'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Session: {
      subject: string;
      roles: ('ops' | 'finance')[];
      region: string;
      /** Format: date-time */
      expiresAt: string;
    };
    Market: {
      code: components['schemas']['MarketCode'];
      name: string;
      status: components['schemas']['MarketStatus'];
      region: string;
      currency: string;
      defaultLocale: string;
      locales: string[];
      fallbackLocales: {
        [key: string]: string[];
      };
      taxInclusive: boolean;
      countries: string[];
      paymentMethods: string[];
      shippingMethods: string[];
      gatewayUrl?: string;
    };
    MarketCode: string;
    /** @enum {string} */
    MarketStatus: 'draft' | 'preview' | 'live' | 'suspended' | 'retired';
    ProductList: {
      items: components['schemas']['ProductListItem'][];
      facets: {
        category: {
          value: string;
          label: string;
          count: number;
        }[];
        brand: {
          value: string;
          label: string;
          count: number;
        }[];
        grade: {
          value: string;
          label: string;
          count: number;
        }[];
        storage: {
          value: string;
          label: string;
          count: number;
        }[];
        colour: {
          value: string;
          label: string;
          count: number;
        }[];
        ram: {
          value: string;
          label: string;
          count: number;
        }[];
        screen: {
          value: string;
          label: string;
          count: number;
        }[];
        year: {
          value: string;
          label: string;
          count: number;
        }[];
        price: {
          min: components['schemas']['Money'];
          max: components['schemas']['Money'];
          ranges: {
            from: components['schemas']['Money'];
            to: components['schemas']['Money'] | null;
            count: number;
          }[];
        } | null;
      };
      total: number;
      nextCursor: string | null;
      locale: string;
      servedLocales: {
        [key: string]: string;
      };
      alternates: components['schemas']['PageAlternate'][];
    };
    ProductListItem: {
      /** Format: uuid */
      id: string;
      slug: string;
      title: string;
      brand: string;
      category: string;
      image: components['schemas']['Image'] | null;
      price: components['schemas']['Money'] | null;
      grade: components['schemas']['Grade'] | null;
      variantId: string | null;
      grades: components['schemas']['Grade'][];
      available: boolean;
      variantCount: number;
      offerCount: number;
      servedLocales: {
        [key: string]: string;
      };
    };
    Image: {
      url: string;
      width: number;
      height: number;
      /** @enum {string} */
      role: 'primary' | 'gallery' | 'detail';
      alt: string;
    };
    Money: {
      amount: string;
      currency: string;
    };
    /** @enum {string} */
    Grade: 'PREMIUM' | 'EXCELLENT' | 'VERY_GOOD' | 'GOOD' | 'FAIR';
    PageAlternate: {
      hreflang: string;
      market: string;
      locale: string;
    };
    CategoryTree: {
      market: string;
      locale: string;
      servedLocales: {
        [key: string]: string;
      };
      items: components['schemas']['CategoryBranch'][];
    };
    CategoryBranch: {
      code: string;
      name: string;
      products: number;
      children: components['schemas']['Category'][];
    };
    Category: {
      code: string;
      name: string;
      products: number;
    };
    ProductPage: {
      /** Format: uuid */
      id: string;
      slug: string;
      redirectedFrom?: string;
      title: string;
      brand: string;
      model: string;
      description?: string;
      category: {
        code: string;
        name: string;
        path: string[];
        trail: {
          code: string;
          name: string;
        }[];
      };
      attributes: {
        [key: string]: string | number | boolean;
      };
      specs: components['schemas']['ProductSpec'][];
      modelCodes: string[];
      images: components['schemas']['Image'][];
      market: string;
      currency: string;
      taxInclusive: boolean;
      locale: string;
      servedLocales: {
        [key: string]: string;
      };
      offers: {
        count: number;
        from: components['schemas']['Money'] | null;
      };
      variants: components['schemas']['Variant'][];
      alternates: components['schemas']['ProductPageAlternate'][];
      legal: {
        withdrawalDays: number;
        guaranteeMonths: number;
      };
    };
    ProductSpec: {
      /** @enum {string} */
      code: 'deviceType' | 'screenInches' | 'resolution' | 'ramMb' | 'releaseYear' | 'os' | 'simCount' | 'weightGrams';
      label: string;
      value: string | number;
      /** @enum {string} */
      unit?: 'inch' | 'pixel' | 'megabyte' | 'gram';
      text: string;
    };
    Variant: {
      /** Format: uuid */
      id: string;
      title: string;
      storageGb?: number;
      ramMb?: number;
      colour?: {
        code: string;
        name: string;
      };
      mpns: string[];
      gtins: string[];
      assumed: boolean;
      images: components['schemas']['Image'][];
      grades: components['schemas']['GradeBox'][];
    };
    GradeBox: {
      grade: components['schemas']['Grade'];
      label: string;
      definition: string;
      buyBox: components['schemas']['Offer'] | null;
      price: components['schemas']['Money'] | null;
      priorPrice: components['schemas']['Money'] | null;
      availability: components['schemas']['Availability'];
      offerCount: number;
      nextGradeUp: {
        grade: components['schemas']['Grade'];
        label: string;
        price: components['schemas']['Money'];
        difference: components['schemas']['Money'];
      } | null;
    };
    Offer: {
      /** Format: uuid */
      offerId: string;
      seller: {
        /** Format: uuid */
        id: string;
        name: string;
        demo: boolean;
      };
      grade: components['schemas']['Grade'];
      gradeLabel: string;
      price: components['schemas']['Money'];
      priorPrice?: components['schemas']['Money'];
      reductionPercent?: number;
      availability: components['schemas']['Availability'];
      delivery: {
        minDays: number;
        maxDays: number;
      };
      warrantyMonths: number;
      batteryHealth?: number;
      shipsFrom: string;
      vatScheme: components['schemas']['VatScheme'];
      sellerQuality?: {
        windowDays: number;
        devices: number;
        defects: number;
        share: string;
        low: string;
        high: string;
        statement?: string;
      };
    };
    /** @description Quantity is capped: a storefront learns when few are left, not a seller’s whole stock. */
    Availability: {
      /** @enum {string} */
      status: 'inStock' | 'lowStock' | 'outOfStock';
      quantity: number;
    };
    /** @enum {string} */
    VatScheme: 'REGULAR' | 'MARGINAL';
    ProductPageAlternate: {
      hreflang: string;
      market: string;
      locale: string;
      slug: string;
      href: string;
    };
    VariantOffers: {
      /** Format: uuid */
      variantId: string;
      market: string;
      locale: string;
      items: components['schemas']['RankedOffer'][];
    };
    RankedOffer: {
      /** Format: uuid */
      offerId: string;
      seller: {
        /** Format: uuid */
        id: string;
        name: string;
        demo: boolean;
      };
      grade: components['schemas']['Grade'];
      gradeLabel: string;
      price: components['schemas']['Money'];
      priorPrice?: components['schemas']['Money'];
      reductionPercent?: number;
      availability: components['schemas']['Availability'];
      delivery: {
        minDays: number;
        maxDays: number;
      };
      warrantyMonths: number;
      batteryHealth?: number;
      shipsFrom: string;
      vatScheme: components['schemas']['VatScheme'];
      sellerQuality?: {
        windowDays: number;
        devices: number;
        defects: number;
        share: string;
        low: string;
        high: string;
        statement?: string;
      };
      rank: number;
      score: string;
      factors: {
        [key: string]: string;
      };
      reasons: string[];
    };
    StructuredData: {
      [key: string]: unknown;
    };
    RankingParameters: {
      market: components['schemas']['MarketCode'];
      locale: string;
      servedLocales: {
        [key: string]: string;
      };
      about: string;
      payment: {
        influences: boolean;
        statement: string;
      };
      score: {
        code: string;
        name: string;
        description: string;
        weight: string | null;
      }[];
      tieBreaks: {
        code: string;
        name: string;
        description: string;
        weight: string | null;
      }[];
      gates: {
        code: string;
        description: string;
        value: string | null;
      }[];
      quality: {
        usual: {
          failureRate: string;
          cancelRate: string;
          lateShipRate: string;
          wrongGradeRate: string;
        };
        usualWeight: number;
        penaltyMax: string;
        rates: {
          code: string;
          name: string;
          description: string;
          weight: string | null;
        }[];
      };
      listing: {
        code: string;
        name: string;
        description: string;
        weight: string | null;
      }[];
    };
    OfferPrice: {
      /** Format: uuid */
      offerId: string;
      market: string;
      quantity: number;
      unitPrice: components['schemas']['Money'] | null;
      total: components['schemas']['Money'] | null;
      taxInclusive: boolean;
      includedLevies?: {
        id: string;
        name: string;
        amount: components['schemas']['Money'];
        amountInclTax: components['schemas']['Money'];
      }[];
      priorPrice: components['schemas']['Money'] | null;
      reduction: {
        amount: components['schemas']['Money'];
        percent: number;
      } | null;
      /** Format: date-time */
      at: string;
      source: string | null;
      offerVersion: number | null;
      buyability: components['schemas']['Buyability'];
      candidates?: {
        source: string;
        price: components['schemas']['Money'] | null;
        /** @enum {string} */
        outcome: 'won' | 'lost' | 'rejected';
        reason: string;
      }[];
      steps?: {
        step: string;
        detail: string;
        price?: components['schemas']['Money'];
      }[];
      margin?: {
        jurisdiction: string;
        rate: string;
        units: {
          /** Format: uuid */
          unitId: string;
          cost: components['schemas']['Money'];
          eligible: boolean;
          refusal?: {
            code: string;
            message: string;
          };
          margin?: components['schemas']['Money'];
          tax?: components['schemas']['Money'];
          netMargin?: components['schemas']['Money'];
        }[];
      };
    };
    Buyability: {
      buyable: boolean;
      blockers: {
        /** @enum {string} */
        code:
          | 'noPrice'
          | 'notPublished'
          | 'noStock'
          | 'quantityExceeded'
          | 'noTaxRate'
          | 'noShipping'
          | 'untranslated'
          | 'gradeNotAllowed'
          | 'sellerSuspended'
          | 'marketNotServed'
          | 'qualityGate'
          | 'marketNotLive'
          | 'delisted';
        message: string;
      }[];
      warnings?: {
        /** @enum {string} */
        code: 'marginRefused';
        message: string;
      }[];
    };
    PriceHistory: {
      /** Format: uuid */
      offerId: string;
      market: string;
      items: components['schemas']['DisplayedPrice'][];
      nextCursor: string | null;
    };
    DisplayedPrice: {
      /** Format: date-time */
      from: string;
      to: string | null;
      price: components['schemas']['Money'] | null;
      priorPrice: components['schemas']['Money'] | null;
      announced: boolean;
      offerVersion: number;
    };
    QuoteRequest: {
      lines: {
        /** Format: uuid */
        offerId: string;
        quantity: number;
      }[];
      shipTo: components['schemas']['ShipTo'];
      buyer?: {
        vatId?: string;
      };
      shippingMethod?: string;
      voucher?: string;
      /** Format: uuid */
      cartId?: string;
    };
    ShipTo: {
      country: string;
      region?: string;
      city?: string;
      postalCode?: string;
    };
    Quote: {
      /** Format: uuid */
      id: string;
      market: string;
      token: string;
      /** Format: date-time */
      expiresAt: string;
      currency: string;
      taxInclusive: boolean;
      lines: components['schemas']['QuoteLine'][];
      taxLines: components['schemas']['TaxLine'][];
      fees: components['schemas']['Fee'][];
      shipping: components['schemas']['QuoteShipping'];
      totals: components['schemas']['Totals'];
      precision: string;
      taxSource?: {
        provider: string;
        reference?: string;
        insteadOf?: {
          provider: string;
          reason: string;
        };
      };
      legalMentions: string[];
      voucher?: components['schemas']['QuoteVoucher'];
      buyer?: components['schemas']['CheckedBuyer'];
      notices?: {
        /** @enum {string} */
        code: 'marginVatNotRecoverable' | 'vatIdCheckDigitsWrong' | 'vatIdNotConfirmed';
        message: string;
        field?: string;
      }[];
    };
    QuoteLine: {
      /** Format: uuid */
      offerId: string;
      /** Format: uuid */
      sellerId: string;
      /** Format: uuid */
      variantId: string;
      grade: components['schemas']['Grade'];
      vatScheme: components['schemas']['VatScheme'];
      quantity: number;
      unitPrice: components['schemas']['Money'];
      discount?: components['schemas']['Money'];
      net: components['schemas']['Money'];
      tax: components['schemas']['Money'];
      gross: components['schemas']['Money'];
      taxLines: components['schemas']['TaxLine'][];
      /** @enum {string} */
      taxCollectionResponsibility?: 'SELLER' | 'MARKETPLACE';
      taxDecision?: components['schemas']['TaxDecision'];
      fees: components['schemas']['Fee'][];
      includedLevies: {
        id: string;
        name: string;
        amount: components['schemas']['Money'];
        amountInclTax: components['schemas']['Money'];
      }[];
    };
    TaxLine: {
      jurisdiction: {
        country: string;
        state?: string;
        county?: string;
        city?: string;
        code: string;
        name: string;
      };
      rate: string;
      taxable: components['schemas']['Money'];
      amount: components['schemas']['Money'];
      treatment: components['schemas']['TaxTreatment'];
      /** @enum {string} */
      taxCollectionResponsibility: 'SELLER' | 'MARKETPLACE';
      legalMention?: string;
      holiday?: string;
      reason?: string;
    };
    /** @enum {string} */
    TaxTreatment: 'standard' | 'reduced' | 'zero' | 'exempt' | 'reverseCharge' | 'export' | 'marginScheme' | 'notTaxed';
    TaxDecision: {
      rule: string;
      legalBasis: string;
      tables: string[];
      /** Format: date-time */
      decidedAt: string;
      vatScheme: components['schemas']['VatScheme'];
      shipsFrom: string;
      sellerEstablishedIn: string;
      shipsTo: string;
      business?: {
        state: string;
        /** @enum {string} */
        checkedBy?: 'registry' | 'checkDigits';
        /** Format: date-time */
        checkedAt?: string;
        consultationNumber?: string;
      };
      marginRefused?: string;
      marginRate?: {
        jurisdiction: string;
        rate: string;
      };
    };
    Fee: {
      id: string;
      name: string;
      amount: components['schemas']['Money'];
    };
    QuoteShipping: {
      method: string;
      name: string;
      amount: components['schemas']['Money'];
      tax: components['schemas']['Money'];
      gross: components['schemas']['Money'];
      taxLines: components['schemas']['TaxLine'][];
    };
    Totals: {
      net: components['schemas']['Money'];
      tax: components['schemas']['Money'];
      fees: components['schemas']['Money'];
      shipping: components['schemas']['Money'];
      gross: components['schemas']['Money'];
      discount?: components['schemas']['Money'];
    };
    QuoteVoucher: {
      code: string;
      discount: components['schemas']['Money'];
      /** @enum {string} */
      borneBy: 'MARKETPLACE' | 'SELLER';
      /** Format: uuid */
      sellerId?: string;
      onceOnly: boolean;
    };
    CheckedBuyer: {
      vatId: string;
      /** @enum {string} */
      vatIdStatus: 'valid' | 'unchecked';
      /** @enum {string} */
      checkedBy?: 'registry' | 'checkDigits';
      /** Format: date-time */
      checkedAt?: string;
      consultationNumber?: string;
    };
    Cart: {
      /** Format: uuid */
      id: string;
      market: string;
      /** @enum {string} */
      status: 'open' | 'ordered' | 'expired';
      /** Format: date-time */
      expiresAt: string;
      lines: {
        /** Format: uuid */
        offerId: string;
        quantity: number;
        unitPrice?: components['schemas']['Money'];
        title?: string;
      }[];
      subtotal?: components['schemas']['Money'];
    };
    PlaceOrder: {
      quoteToken: string;
      customer: {
        /** Format: email */
        email: string;
        name: string;
      };
      shipTo: components['schemas']['DeliveryAddress'];
      payment: {
        method: string;
        token: string;
      };
    };
    DeliveryAddress: {
      country: string;
      region?: string;
      city?: string;
      postalCode?: string;
      line1?: string;
      line2?: string;
      name?: string;
      phone?: string;
    };
    Order: {
      /** Format: uuid */
      id: string;
      market: string;
      status: components['schemas']['OrderStatus'];
      reason?: {
        code: string;
        message: string;
      };
      /** Format: date-time */
      placedAt: string;
      /** Format: uuid */
      quoteId: string;
      lines: {
        /** Format: uuid */
        offerId: string;
        /** Format: uuid */
        sellerId: string;
        /** Format: uuid */
        variantId: string;
        grade: components['schemas']['Grade'];
        vatScheme: components['schemas']['VatScheme'];
        quantity: number;
        unitPrice: components['schemas']['Money'];
        discount?: components['schemas']['Money'];
        net: components['schemas']['Money'];
        tax: components['schemas']['Money'];
        gross: components['schemas']['Money'];
        taxLines: components['schemas']['TaxLine'][];
        /** @enum {string} */
        taxCollectionResponsibility?: 'SELLER' | 'MARKETPLACE';
        taxDecision?: components['schemas']['TaxDecision'];
        fees: components['schemas']['Fee'][];
        includedLevies: {
          id: string;
          name: string;
          amount: components['schemas']['Money'];
          amountInclTax: components['schemas']['Money'];
        }[];
        /** Format: uuid */
        id: string;
      }[];
      taxLines: components['schemas']['TaxLine'][];
      fees: components['schemas']['Fee'][];
      shipping: components['schemas']['QuoteShipping'];
      voucher?: components['schemas']['QuoteVoucher'];
      totals: components['schemas']['Totals'];
      refunded: components['schemas']['Money'];
      consignments: components['schemas']['Consignment'][];
      shipments: components['schemas']['Shipment'][];
      returns: components['schemas']['Return'][];
      refunds: components['schemas']['Refund'][];
      documents: components['schemas']['DocumentSummary'][];
      withdrawal?: components['schemas']['WithdrawalPeriod'];
      history: {
        /** Format: date-time */
        at: string;
        state: string;
        detail?: string;
      }[];
      accessToken?: string;
    };
    /** @enum {string} */
    OrderStatus: 'pending' | 'confirmed' | 'declined' | 'cancelled' | 'refunded';
    Consignment: {
      /** Format: uuid */
      sellerId: string;
      status: components['schemas']['ConsignmentStatus'];
      lines: {
        /** Format: uuid */
        lineId: string;
        quantity: number;
        cancelled: number;
        shipped: number;
        delivered: number;
        returned: number;
      }[];
    };
    /** @enum {string} */
    ConsignmentStatus: 'awaitingShipment' | 'partlyShipped' | 'shipped' | 'delivered' | 'cancelled';
    Shipment: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      sellerId: string;
      status: components['schemas']['ShipmentStatus'];
      carrier: string;
      trackingNumber?: string;
      /** Format: date-time */
      shippedAt: string;
      /** Format: date-time */
      deliveredAt?: string;
      lines: {
        /** Format: uuid */
        lineId: string;
        quantity: number;
        units: components['schemas']['UnitIdentity'][];
      }[];
    };
    /** @enum {string} */
    ShipmentStatus: 'shipped' | 'delivered' | 'lost';
    UnitIdentity: {
      imei?: string;
      serial?: string;
    };
    Return: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      sellerId: string;
      kind: components['schemas']['ReturnKind'];
      reason: components['schemas']['ReturnReason'];
      status: components['schemas']['ReturnStatus'];
      /** Format: date-time */
      requestedAt: string;
      /** Format: date-time */
      receivedAt?: string;
      message?: string;
      lines: {
        /** Format: uuid */
        lineId: string;
        quantity: number;
      }[];
    };
    /** @enum {string} */
    ReturnKind: 'withdrawal' | 'return' | 'warrantyClaim' | 'cancellation';
    /** @enum {string} */
    ReturnReason:
      | 'changedMind'
      | 'defect'
      | 'deadOnArrival'
      | 'wrongGrade'
      | 'wrongItem'
      | 'damagedInTransit'
      | 'lost'
      | 'cannotSupply'
      | 'other';
    /** @enum {string} */
    ReturnStatus: 'requested' | 'approved' | 'received' | 'refunded' | 'rejected' | 'closed';
    Refund: {
      /** Format: uuid */
      id: string;
      amount: components['schemas']['Money'];
      /** @enum {string} */
      status: 'pending' | 'settled';
      /** Format: date-time */
      requestedAt: string;
      /** Format: date-time */
      settledAt?: string;
      /** Format: uuid */
      returnId?: string;
      lines: {
        /** Format: uuid */
        lineId: string;
        quantity: number;
        reduction: boolean;
        net: components['schemas']['Money'];
        tax: components['schemas']['Money'];
        fees: components['schemas']['Money'];
        gross: components['schemas']['Money'];
      }[];
      delivery?: {
        net: components['schemas']['Money'];
        tax: components['schemas']['Money'];
        fees: components['schemas']['Money'];
        gross: components['schemas']['Money'];
      };
    };
    DocumentSummary: {
      /** Format: uuid */
      id: string;
      kind: components['schemas']['DocumentKind'];
      number?: string;
      /** Format: date-time */
      issuedAt: string;
      issuer: {
        id: string;
        name: string;
      };
      total: components['schemas']['Money'];
      corrects?: {
        /** Format: uuid */
        id: string;
        number: string;
        /** Format: date */
        issuedOn: string;
      }[];
    };
    /** @enum {string} */
    DocumentKind:
      'orderConfirmation' | 'invoice' | 'receipt' | 'creditNote' | 'refundConfirmation' | 'withdrawalAcknowledgement';
    WithdrawalPeriod: {
      open: boolean;
      /** Format: date-time */
      until?: string;
    };
    DocumentList: {
      items: components['schemas']['DocumentSummary'][];
    };
    Document: {
      /** Format: uuid */
      id: string;
      kind: components['schemas']['DocumentKind'];
      number?: string;
      /** Format: date-time */
      issuedAt: string;
      issuer: {
        id: string;
        name: string;
        country: string;
        address?: string[];
        taxNumber?: string;
      };
      total: components['schemas']['Money'];
      corrects?: {
        /** Format: uuid */
        id: string;
        number: string;
        /** Format: date */
        issuedOn: string;
      }[];
      /** Format: uuid */
      orderId: string;
      market: string;
      /** @enum {string} */
      regime: 'eu-vat' | 'us-sales-tax';
      locale: string;
      currency: string;
      /** Format: date */
      issuedOn: string;
      /** Format: date */
      orderedOn: string;
      /** Format: date */
      suppliedOn?: string;
      marketVersion: number;
      platform: string;
      buyer: {
        name: string;
        address: string[];
        country: string;
        taxNumber?: string;
      };
      paymentMethod: string;
      lines: {
        /** Format: uuid */
        lineId?: string;
        /** Format: uuid */
        offerId?: string;
        /** Format: uuid */
        sellerId?: string;
        description: string;
        grade?: components['schemas']['Grade'];
        vatScheme?: components['schemas']['VatScheme'];
        quantity: number;
        unitPrice?: components['schemas']['Money'];
        reduction?: boolean;
        discount?: components['schemas']['Money'];
        net: components['schemas']['Money'];
        tax: components['schemas']['Money'];
        gross: components['schemas']['Money'];
        taxLines: components['schemas']['TaxLine'][];
        fees: components['schemas']['Fee'][];
        includedLevies?: {
          name: string;
          amount: components['schemas']['Money'];
        }[];
        units?: components['schemas']['UnitIdentity'][];
        taxRule?: {
          rule: string;
          legalBasis: string;
          tables: string[];
        };
      }[];
      taxLines: components['schemas']['TaxLine'][];
      fees: components['schemas']['Fee'][];
      totals: {
        net: components['schemas']['Money'];
        tax: components['schemas']['Money'];
        fees: components['schemas']['Money'];
        shipping: components['schemas']['Money'];
        gross: components['schemas']['Money'];
      };
      mentions: string[];
      text?: string[];
    };
    CancelLines: {
      lines: {
        /** Format: uuid */
        lineId: string;
        quantity: number;
      }[];
    };
    ReturnList: {
      returns: components['schemas']['Return'][];
    };
    RequestReturn: {
      /**
       * @default return
       * @enum {string}
       */
      kind: 'return' | 'warrantyClaim';
      /** @enum {string} */
      reason: 'changedMind' | 'defect' | 'deadOnArrival' | 'wrongGrade' | 'wrongItem' | 'damagedInTransit' | 'other';
      lines: {
        /** Format: uuid */
        lineId: string;
        quantity: number;
      }[];
    };
    StateWithdrawal: {
      lines?: {
        /** Format: uuid */
        lineId: string;
        quantity: number;
      }[];
    };
    WithdrawalStatement: {
      /** Format: uuid */
      withdrawalId: string;
      confirmationToken: string;
      /** Format: date-time */
      expiresAt: string;
      lines: {
        /** Format: uuid */
        lineId: string;
        quantity: number;
      }[];
      refund: components['schemas']['Money'];
      goodsToSendBack: boolean;
      /** Format: date-time */
      until?: string;
    };
    ConfirmWithdrawal: {
      confirmationToken: string;
    };
    WithdrawalAcknowledgement: {
      /** Format: uuid */
      withdrawalId: string;
      /** Format: uuid */
      orderId: string;
      /** Format: date-time */
      withdrawnAt: string;
      refund: components['schemas']['Money'];
      returns: components['schemas']['Return'][];
      text: string;
    };
    SellerOrderList: {
      items: components['schemas']['SellerOrder'][];
      nextCursor: string | null;
    };
    SellerOrder: {
      /** Format: uuid */
      orderId: string;
      market: string;
      status: components['schemas']['ConsignmentStatus'];
      /** Format: date-time */
      placedAt: string;
      recipient: {
        name: string;
        address: components['schemas']['DeliveryAddress'];
      };
      lines: {
        /** Format: uuid */
        lineId: string;
        /** Format: uuid */
        offerId: string;
        /** Format: uuid */
        variantId: string;
        grade: components['schemas']['Grade'];
        quantity: number;
        unitPrice: components['schemas']['Money'];
        gross: components['schemas']['Money'];
        cancelled: number;
        shipped: number;
        delivered: number;
        returned: number;
      }[];
      shipments: components['schemas']['Shipment'][];
      returns: components['schemas']['Return'][];
    };
    ShipLines: {
      carrier: string;
      trackingNumber?: string;
      lines: {
        /** Format: uuid */
        lineId: string;
        quantity: number;
        units?: {
          imei?: string;
          serial?: string;
        }[];
      }[];
    };
    EndShipment: {
      /** Format: date-time */
      deliveredAt?: string;
      /** @constant */
      lost?: true;
    };
    CancelSellerLines: {
      lines: {
        /** Format: uuid */
        lineId: string;
        quantity: number;
      }[];
      reason: components['schemas']['ReturnReason'];
      message?: string;
    };
    DecideReturn:
      | {
          /** @constant */
          decision: 'approve';
          message?: string;
        }
      | {
          /** @constant */
          decision: 'reject';
          message: string;
        };
    ReceiveReturn: {
      /**
       * @default refund
       * @enum {string}
       */
      remedy: 'refund' | 'repair' | 'replacement';
      units?: {
        imei?: string;
        serial?: string;
      }[];
      message?: string;
    };
    OfferInput: {
      /** Format: uuid */
      variantId: string;
      grade: components['schemas']['Grade'];
      quantity: number;
      vatScheme: components['schemas']['VatScheme'];
      warrantyMonths: number;
      batteryHealth?: number;
      shipsFrom: string;
      shipsFromPostalCode?: string;
      prices: {
        market: components['schemas']['MarketCode'];
        amount: string;
        currency?: string;
        minPrice?: string;
        maxPrice?: string;
      }[];
    };
    SellerOffer: {
      /** Format: uuid */
      offerId: string;
      /** Format: uuid */
      sellerId: string;
      sku: string;
      version: number;
      /** @enum {string} */
      status: 'active' | 'delisted';
      /** Format: uuid */
      productId: string;
      /** Format: uuid */
      variantId: string;
      grade: components['schemas']['Grade'];
      quantity: number;
      vatScheme: components['schemas']['VatScheme'];
      warrantyMonths: number;
      batteryHealth?: number;
      shipsFrom: string;
      shipsFromPostalCode?: string;
      prices: {
        market: components['schemas']['MarketCode'];
        price: components['schemas']['Money'];
        minPrice?: components['schemas']['Money'];
        maxPrice?: components['schemas']['Money'];
      }[];
      /** Format: date-time */
      updatedAt: string;
    };
    ScheduledPrices: {
      items: components['schemas']['ScheduledPrice'][];
    };
    ScheduledPrice: {
      id: string;
      version: number;
      /** @enum {string} */
      status: 'scheduled' | 'active' | 'ended';
      market: string;
      /** @enum {string} */
      kind: 'price' | 'sale';
      price: components['schemas']['Money'];
      /** Format: date-time */
      validFrom: string;
      validTo: string | null;
      expected?: {
        unitPrice: components['schemas']['Money'] | null;
        source: string | null;
        priorPrice: components['schemas']['Money'] | null;
        reduction: {
          amount: components['schemas']['Money'];
          percent: number;
        } | null;
      };
      /** Format: date-time */
      changedAt: string;
      reason: string;
    };
    ScheduledPriceInput: {
      market: components['schemas']['MarketCode'];
      /** @enum {string} */
      kind: 'price' | 'sale';
      amount: string;
      currency?: string;
      /** Format: date-time */
      validFrom: string;
      /** Format: date-time */
      validTo?: string;
      reason?: string;
    };
    Webhooks: {
      items: components['schemas']['Webhook'][];
    };
    Webhook: {
      id: string;
      url: string;
      eventTypes: components['schemas']['WebhookEventType'][];
      market: string | null;
      enabled: boolean;
      disabledBecause: ('byOwner' | 'failing' | 'gone') | null;
      failingSince: string | null;
      waiting: number;
      /** Format: date-time */
      createdAt: string;
      secret?: string;
    };
    /** @enum {string} */
    WebhookEventType:
      | 'order.confirmed'
      | 'order.cancelled'
      | 'order.refunded'
      | 'shipment.shipped'
      | 'shipment.delivered'
      | 'shipment.lost'
      | 'return.requested'
      | 'return.approved'
      | 'return.received'
      | 'return.refunded'
      | 'return.rejected'
      | 'return.closed'
      | 'seller.suspended'
      | 'seller.reinstated';
    WebhookInput: {
      url: string;
      eventTypes: components['schemas']['WebhookEventType'][];
      market?: components['schemas']['MarketCode'];
      /** @default true */
      enabled: boolean;
      /** @default false */
      rotateSecret: boolean;
    };
    WebhookDeliveries: {
      items: components['schemas']['WebhookDelivery'][];
      nextCursor: string | null;
    };
    WebhookDelivery: {
      /** Format: uuid */
      id: string;
      message: components['schemas']['WebhookMessage'];
      /** @enum {string} */
      state: 'due' | 'delivered' | 'failed';
      dueAt: string | null;
      attempts: {
        /** Format: date-time */
        at: string;
        tookMs: number;
        status: number | null;
        error: string | null;
      }[];
    };
    WebhookMessage: {
      type: components['schemas']['WebhookEventType'];
      /** Format: date-time */
      timestamp: string;
      data: {
        [key: string]: unknown;
      };
    };
    WebhookReplay: {
      ids?: string[];
      /** Format: date-time */
      from?: string;
      /** Format: date-time */
      to?: string;
    };
    WebhookReplayed: {
      replayed: number;
    };
    SellerBuyBox: {
      /** Format: uuid */
      offerId: string;
      sku: string;
      /** Format: uuid */
      variantId: string;
      grade: components['schemas']['Grade'];
      market: components['schemas']['MarketCode'];
      locale: string;
      simulated: boolean;
      price: components['schemas']['Money'] | null;
      isWinning: boolean;
      rank: number | null;
      offerCount: number;
      winner: {
        price: components['schemas']['Money'];
        landedPrice: components['schemas']['Money'];
        own: boolean;
      } | null;
      priceToWin: components['schemas']['Money'] | null;
      reasons: {
        code: string;
        message: string;
        priceToWin: components['schemas']['Money'] | null;
      }[];
      factors: {
        price: components['schemas']['Money'] | null;
        shipping: components['schemas']['Money'];
        landedPrice: components['schemas']['Money'] | null;
        qualityPenalty: components['schemas']['Money'] | null;
        score: components['schemas']['Money'] | null;
        leadTimeDays: number;
        warrantyMonths: number;
        batteryHealth?: number;
        quality: {
          /** @enum {string} */
          basis: 'measured' | 'usual';
          volume: number;
          failureRate: string;
          cancelRate: string;
          lateShipRate: string;
          wrongGradeRate: string;
        };
      };
    };
    OfferImport: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      status: 'running' | 'interrupted' | 'completed';
      dryRun: boolean;
      rows: number;
      accepted: number;
      created: number;
      updated: number;
      unchanged: number;
      rejected: number;
      bytes: number;
      totalBytes: number | null;
      progress: number | null;
      rowsPerSecond: number;
      resumeFrom: {
        line: number;
        byte: number;
      };
      /** Format: date-time */
      startedAt: string;
      finishedAt: string | null;
    };
    SeedingRefusal: {
      /** @default false */
      everywhere: boolean;
      /** @default [] */
      markets: components['schemas']['MarketCode'][];
      /** @default [] */
      skus: string[];
    };
    UnitInput: {
      sku: string;
      imei?: string;
      imei2?: string;
      serial?: string;
      brand?: string;
      grade: components['schemas']['Grade'];
      unitCost: components['schemas']['Money'];
      acquisition: {
        supplierKind: components['schemas']['SupplierKind'];
        vatScheme?: components['schemas']['VatScheme'];
        documentRef: string;
        /** Format: date */
        acquiredAt: string;
        country: string;
      };
      batteryHealth?: number;
      checks?: components['schemas']['UnitChecks'];
      /**
       * @default received
       * @enum {string}
       */
      status: 'received' | 'tested' | 'listed';
    };
    /** @enum {string} */
    SupplierKind: 'private' | 'exempt' | 'smallEnterprise' | 'marginDealer' | 'business';
    UnitChecks: {
      wipeCertificateRef?: string;
      /** @enum {string} */
      blacklist?: 'clear' | 'listed';
      /** @enum {string} */
      accountLock?: 'off' | 'on';
      /** @enum {string} */
      deviceManagement?: 'off' | 'on';
      /** Format: date-time */
      checkedAt?: string;
    };
    Unit: {
      /** Format: uuid */
      unitId: string;
      version: number;
      /** Format: uuid */
      sellerId: string;
      sku: string;
      /** Format: uuid */
      offerId?: string;
      /** Format: uuid */
      variantId?: string;
      imei?: string;
      imei2?: string;
      serial?: string;
      brand?: string;
      grade: components['schemas']['Grade'];
      status: components['schemas']['UnitStatus'];
      acquisitionCycle: number;
      unitCost: components['schemas']['Money'];
      acquisition: {
        supplierKind: components['schemas']['SupplierKind'];
        vatScheme: components['schemas']['VatScheme'];
        documentRef: string;
        /** Format: date */
        acquiredAt: string;
        country: string;
      };
      batteryHealth?: number;
      checks: components['schemas']['UnitChecks'];
      /** Format: uuid */
      orderId?: string;
    };
    /** @enum {string} */
    UnitStatus: 'received' | 'tested' | 'listed' | 'reserved' | 'sold' | 'returned' | 'scrapped';
    UnitImportResult: {
      received: number;
      created: number;
      unchanged: number;
      rejectedCount: number;
      rejected: {
        line: number;
        field: string;
        code: string;
        message: string;
      }[];
    };
    UnitList: {
      items: components['schemas']['Unit'][];
      nextCursor: string | null;
    };
    UnitWithHistory: {
      /** Format: uuid */
      unitId: string;
      version: number;
      /** Format: uuid */
      sellerId: string;
      sku: string;
      /** Format: uuid */
      offerId?: string;
      /** Format: uuid */
      variantId?: string;
      imei?: string;
      imei2?: string;
      serial?: string;
      brand?: string;
      grade: components['schemas']['Grade'];
      status: components['schemas']['UnitStatus'];
      acquisitionCycle: number;
      unitCost: components['schemas']['Money'];
      acquisition: {
        supplierKind: components['schemas']['SupplierKind'];
        vatScheme: components['schemas']['VatScheme'];
        documentRef: string;
        /** Format: date */
        acquiredAt: string;
        country: string;
      };
      batteryHealth?: number;
      checks: components['schemas']['UnitChecks'];
      /** Format: uuid */
      orderId?: string;
      history: {
        version: number;
        from: components['schemas']['UnitStatus'] | null;
        to: components['schemas']['UnitStatus'];
        /** Format: date-time */
        at: string;
        /** @enum {string} */
        by: 'seller' | 'ops' | 'order';
        reason: string;
        /** Format: uuid */
        orderId?: string;
      }[];
    };
    MoveUnit: {
      /** @enum {string} */
      to: 'received' | 'tested' | 'listed' | 'scrapped';
      reason: string;
      checks?: components['schemas']['UnitChecks'];
      grade?: components['schemas']['Grade'];
      batteryHealth?: number;
    };
    OfferImportList: {
      items: components['schemas']['OfferImport'][];
    };
    OfferImportErrorList: {
      items: components['schemas']['OfferImportError'][];
      nextAfter: number | null;
    };
    OfferImportError: {
      line: number;
      field: string;
      code: string;
      message: string;
    };
    StockLevel: {
      /** Format: uuid */
      offerId: string;
      sku: string;
      version: number;
      countedBy: components['schemas']['CountedBy'];
      onHand: number;
      reserved: number;
      allocated: number;
      available: number;
      safetyStock: number;
      withdrawn: number;
      locations: {
        location: string;
        onHand: number;
        allocated: number;
        safetyStock: number;
        available: number;
      }[];
    };
    /** @enum {string} */
    CountedBy: 'offer' | 'units' | 'locations';
    StockCounting: {
      countedBy: components['schemas']['CountedBy'];
    };
    StockLocationInput: {
      name: string;
      country: string;
    };
    StockLocation: {
      code: string;
      name: string;
      country: string;
    };
    StockLocationList: {
      items: components['schemas']['StockLocation'][];
    };
    StockFeedResult: {
      received: number;
      changed: number;
      unchanged: number;
      rejectedCount: number;
      rejected: {
        line: number;
        field: string;
        code: string;
        message: string;
      }[];
    };
    UnitDiscrepancyList: {
      items: {
        /** Format: uuid */
        id: string;
        /** Format: date-time */
        at: string;
        /** Format: uuid */
        sellerId: string;
        kind: components['schemas']['UnitDiscrepancyKind'];
        detail: string;
        /** Format: uuid */
        orderId?: string;
        /** Format: uuid */
        offerId?: string;
        /** Format: uuid */
        unitId?: string;
        imei?: string;
        serial?: string;
      }[];
      nextCursor: string | null;
    };
    /** @enum {string} */
    UnitDiscrepancyKind:
      | 'unknownDevice'
      | 'deviceOfAnotherSeller'
      | 'alreadySold'
      | 'scrapped'
      | 'notTested'
      | 'otherOffer'
      | 'notSoldWithOrder'
      | 'registeredSince'
      | 'deviceNotNamed'
      | 'quantityDiffers';
    OpsMarketList: {
      items: {
        market: components['schemas']['MarketCode'];
        name: string;
        version: number;
        status: components['schemas']['MarketStatus'];
        region: string;
        currency: string;
        countries: string[];
        locales: string[];
        lastChange: components['schemas']['MarketVersion'] | null;
      }[];
    };
    MarketVersion: {
      market: components['schemas']['MarketCode'];
      version: number;
      /** @enum {string} */
      action: 'defined' | 'moved' | 'rolledBack';
      status: components['schemas']['MarketStatus'];
      actor: string;
      why: string | null;
      /** Format: date-time */
      changedAt: string;
      fromVersion: number | null;
      acceptedWarnings: string[];
    };
    MarketDefinition: {
      code: components['schemas']['MarketCode'];
      name: {
        [key: string]: string;
      };
      region: string;
      countries: string[];
      shipsTo: string[];
      shipsFrom?: string[];
      currency: string;
      defaultLocale: string;
      locales: {
        locale: string;
        fallback: string[];
      }[];
      timeZone: string;
      taxInclusive: boolean;
      tax: {
        /** @enum {string} */
        regime: 'eu-vat' | 'us-sales-tax';
        tables: string[];
        /** @enum {string} */
        roundingPolicy: 'perUnit' | 'perLine' | 'perRatePerDocument';
        /** @enum {string} */
        roundingMode: 'halfUp' | 'halfEven' | 'floor' | 'ceil' | 'towardZero';
        /** @enum {string} */
        outsideTaxArea: 'block' | 'zeroRate';
        /** @enum {string} */
        exemptPrice: 'withoutTax' | 'unchanged';
        /** @enum {string} */
        vatIdProof?: 'checkDigits' | 'registry';
        vatSchemes: components['schemas']['VatScheme'][];
      };
      fees: string[];
      charm: {
        step: string;
        endings: string[];
        /** @enum {string} */
        direction: 'up' | 'down' | 'nearest';
        floor?: string;
      };
      shipping: {
        id: string;
        name: {
          [key: string]: string;
        };
        price: string;
        freeFrom?: string;
        deliveryDays: {
          min: number;
          max: number;
        };
        countries: string[];
      }[];
      payments: {
        method: string;
        name: {
          [key: string]: string;
        };
      }[];
      grades: {
        grade: components['schemas']['Grade'];
        wordingKey: string;
      }[];
      offerLimits: {
        priceMin: string;
        priceMax: string;
        quantityMax: number;
        warrantyMonthsMin: number;
      };
      consumerLaw: {
        withdrawalDays: number;
        legalGuaranteeMonths: number;
        usedGoodsGuaranteeMonths: number;
        withdrawalFunction: {
          /** Format: date */
          since: string;
        } | null;
        guaranteeNotice: {
          /** Format: date */
          since: string;
        } | null;
        priorPrice: {
          windowDays: number;
          progressiveReduction: boolean;
        } | null;
      };
      qualityGate?: components['schemas']['QualityGate'];
      contentLint: {
        language: string;
        phrases: string[];
        unless?: string;
        instead?: string;
        reason: string;
        source: string;
      }[];
      documents?: {
        /** @enum {string} */
        sale: 'invoice' | 'receipt';
        /** @enum {string} */
        saleIssuedAt: 'shipment' | 'confirmation';
        /** @enum {string} */
        issuedBy: 'seller' | 'platform';
        platform: {
          name: string;
          country: string;
          address?: string[];
          taxNumber?: string;
        };
        numbering: {
          /** @enum {string} */
          restart: 'yearly' | 'never';
          digits: number;
          prefixes: {
            invoice: string;
            receipt: string;
            creditNote: string;
          };
        };
      };
      flags?: {
        [key: string]: ('unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax')[];
      };
      sources: {
        [key: string]: {
          title: string;
          /** Format: date */
          date: string;
          licence?: string;
          url?: string;
          note?: string;
        };
      };
      wording: {
        [key: string]: components['schemas']['LocaleWording'];
      };
    };
    QualityGate: {
      windowDays: 30 | 90 | 365;
      evidenceDays: number;
      shippedMin: number;
      failureRateMax: string;
      reviewAfterDays: number;
    };
    LocaleWording: {
      grades: {
        [key: string]: {
          label: string;
          definition: string;
        };
      };
      categories: {
        smartphone: string;
        tablet: string;
        laptop: string;
        desktop: string;
        wearable: string;
        tv: string;
        console: string;
        other: string;
      };
      categoryGroups?: {
        [key: string]: string;
      };
      attributes?: {
        [key: string]: {
          label: string;
          text?: string;
        };
      };
      search?: {
        ignore: string[];
        synonyms: {
          words: string[];
          mean: string[];
        }[];
        endings?: string[];
      };
      ranking?: {
        about: string;
        payment: string;
        defects?: string;
        parameters: {
          [key: string]: {
            name: string;
            description: string;
          };
        };
        reasons: {
          [key: string]: string;
        };
      };
      documents?: {
        titles: {
          orderConfirmation: string;
          invoice: string;
          receipt: string;
          creditNote: string;
          refundConfirmation: string;
          withdrawalAcknowledgement: string;
        };
        number: string;
        issuedOn: string;
        order: string;
        orderedOn: string;
        suppliedOn: string;
        seller: string;
        buyer: string;
        soldThrough: string;
        taxNumber: string;
        description: string;
        quantity: string;
        unitPrice: string;
        amount: string;
        discount: string;
        delivery: string;
        net: string;
        vat: string;
        salesTax: string;
        rate: string;
        taxable: string;
        fees: string;
        total: string;
        totalCredited: string;
        includedLevy: string;
        corrects: string;
        reduction: string;
        page: string;
        withdrawal: {
          received: string;
          subject: string;
          refund: string;
          sendBack: string;
          nothingSent: string;
        };
      };
      legal: {
        marginScheme: string;
        marginVatNotRecoverable: string;
        reverseCharge: string;
        intraEuSupply: string;
        export: string;
        deemedSupplier: string;
        withdrawHere: string;
        confirmWithdrawal: string;
        priorPrice: string;
        taxIncluded: string;
        taxAddedAtCheckout: string;
      };
    };
    OpsMarket: {
      market: components['schemas']['MarketCode'];
      version: number;
      status: components['schemas']['MarketStatus'];
      definition: components['schemas']['MarketDefinition'];
      changed: boolean;
    };
    MarketVersionPage: {
      items: components['schemas']['MarketVersion'][];
      nextCursor: string | null;
    };
    MarketAtVersion: {
      market: components['schemas']['MarketCode'];
      version: number;
      /** @enum {string} */
      action: 'defined' | 'moved' | 'rolledBack';
      status: components['schemas']['MarketStatus'];
      actor: string;
      why: string | null;
      /** Format: date-time */
      changedAt: string;
      fromVersion: number | null;
      acceptedWarnings: string[];
      definition: components['schemas']['MarketDefinition'];
    };
    RollbackMarket: {
      version: number;
      why: string;
    };
    MarketDiff: {
      before: {
        market: components['schemas']['MarketCode'];
        version: number;
      };
      after: {
        market: components['schemas']['MarketCode'];
        version: number;
      };
      counts: {
        /** @enum {string} */
        consequence:
          'identity' | 'tax' | 'prices' | 'fees' | 'shipping' | 'payments' | 'grades' | 'law' | 'languages' | 'sources';
        changes: number;
      }[];
      changes: components['schemas']['MarketDifference'][];
    };
    MarketDifference: {
      path: string;
      /** @enum {string} */
      kind: 'added' | 'removed' | 'changed';
      before: unknown;
      after: unknown;
      /** @enum {string} */
      consequence:
        'identity' | 'tax' | 'prices' | 'fees' | 'shipping' | 'payments' | 'grades' | 'law' | 'languages' | 'sources';
    };
    PlanMarket: {
      definition: components['schemas']['MarketDefinition'];
      /** @default [] */
      taxTables: (
        | {
            id: string;
            /** @constant */
            regime: 'eu-vat';
            version: string;
            sources: {
              [key: string]: {
                title: string;
                /** Format: date */
                date: string;
                licence?: string;
                url?: string;
                note?: string;
              };
            };
            countries: {
              country: string;
              name: string;
              vatIdPrefix: string;
              timeZone: string;
              standard: {
                ratePpm: number;
                /** Format: date */
                validFrom: string;
                /** Format: date */
                validTo?: string;
                source: string;
                flags?: ('unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax')[];
              }[];
              addressedAs?: {
                country: string;
                postalCodes: string[];
              };
              domesticReverseCharge?: {
                categories: string[];
                minTaxable: string;
                currency: string;
                /** Format: date */
                validFrom: string;
                /** Format: date */
                validTo?: string;
                source: string;
                flags?: ('unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax')[];
              }[];
            }[];
            territories: {
              id: string;
              name: string;
              country: string;
              isoCodes?: string[];
              postalCodes?: string[];
              sharedPostalCodes?: {
                postalCodes: string[];
                cities: string[];
              };
              /** @enum {string} */
              status: 'outside' | 'sameRate' | 'ownRate';
              standard?: {
                ratePpm: number;
                /** Format: date */
                validFrom: string;
                /** Format: date */
                validTo?: string;
                source: string;
                flags?: ('unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax')[];
              }[];
              source: string;
              flags?: ('unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax')[];
            }[];
          }
        | {
            id: string;
            /** @constant */
            regime: 'us-sales-tax';
            version: string;
            country: string;
            sources: {
              [key: string]: {
                title: string;
                /** Format: date */
                date: string;
                licence?: string;
                url?: string;
                note?: string;
              };
            };
            states: {
              state: string;
              name: string;
              fips: string;
              timeZone: string;
              zips: string[];
              rates: {
                ratePpm: number;
                /** Format: date */
                validFrom: string;
                /** Format: date */
                validTo?: string;
                source: string;
                flags?: ('unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax')[];
              }[];
              /** @enum {string} */
              rounding: 'perLine' | 'perDocument';
              shippingTaxable: boolean;
              shippingSource: string;
            }[];
            jurisdictions: {
              code: string;
              /** @enum {string} */
              level: 'county' | 'city' | 'special';
              name: string;
              state: string;
              county?: string;
              city?: string;
              rates: {
                ratePpm: number;
                /** Format: date */
                validFrom: string;
                /** Format: date */
                validTo?: string;
                source: string;
                flags?: ('unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax')[];
              }[];
            }[];
            areas: {
              name: string;
              state: string;
              zips: string[];
              jurisdictions: string[];
              /** @enum {string} */
              precision: 'zip5' | 'zip9' | 'rooftop';
              source: string;
              flags?: ('unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax')[];
            }[];
            /** @default [] */
            holidays: {
              id: string;
              name: string;
              state: string;
              startsAt: string;
              endsAt: string;
              categories: string[];
              cap?: string;
              /** @enum {string} */
              capKind?: 'allOrNothing' | 'firstNExempt';
              /** @enum {string} */
              localTaxes: 'joined' | 'optedOut';
              /** @default [] */
              localExceptions: string[];
              source: string;
              flags?: ('unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax')[];
            }[];
          }
      )[];
      /** @default [] */
      feeTables: {
        id: string;
        version: string;
        name: {
          [key: string]: string;
        };
        jurisdiction: {
          country: string;
          state?: string;
        };
        timeZone: string;
        currency: string;
        /** @enum {string} */
        display: 'added' | 'included';
        categories?: string[];
        exceptShippedFrom?: string[];
        disputed?: {
          id: string;
          question: string;
          categories: string[];
          charged: boolean;
        }[];
        rows: {
          /** Format: date */
          validFrom: string;
          /** Format: date */
          validTo?: string;
          rule:
            | {
                /** @constant */
                kind: 'screenBands';
                bands: {
                  over?: number;
                  from?: number;
                  under?: number;
                  amount: string;
                }[];
                assumeInches: {
                  [key: string]: number;
                };
              }
            | {
                /** @constant */
                kind: 'percentage';
                ratePpm: number;
                maxAmount?: string;
              }
            | {
                /** @constant */
                kind: 'perOrder';
                amount: string;
                minTaxable?: string;
              }
            | {
                /** @constant */
                kind: 'storageBands';
                byCategory: {
                  [key: string]: {
                    upToMb?: number;
                    amount: string;
                  }[];
                };
                assumeMb: {
                  [key: string]: number;
                };
              }
            | {
                /** @constant */
                kind: 'productCodes';
                producerOrganisation: string;
                byCategory: {
                  [key: string]: {
                    productCode: string;
                    amount: string;
                  };
                };
              };
          source: string;
          flags?: ('unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax')[];
        }[];
        sources: {
          [key: string]: {
            title: string;
            /** Format: date */
            date: string;
            licence?: string;
            url?: string;
            note?: string;
          };
        };
        notes?: string[];
      }[];
      shipTo?: {
        country: string;
        region?: string;
        postalCode?: string;
      };
    };
    MarketPlan: {
      market: components['schemas']['MarketCode'];
      /** @enum {string} */
      action: 'create' | 'change' | 'none';
      version: number;
      counts: {
        /** @enum {string} */
        consequence:
          'identity' | 'tax' | 'prices' | 'fees' | 'shipping' | 'payments' | 'grades' | 'law' | 'languages' | 'sources';
        changes: number;
      }[];
      changes: components['schemas']['MarketDifference'][];
      tables: {
        /** @enum {string} */
        kind: 'tax' | 'fee';
        id: string;
        /** @enum {string} */
        change: 'added' | 'changed';
      }[];
      offers: {
        deliverable: number;
        priced: number;
        same: number;
        repriced: number;
        stopping: number;
        starting: number;
      };
      reasons: {
        code: string;
        offers: number;
      }[];
      prices: {
        shipTo: {
          country: string;
          region?: string;
        };
        buckets: {
          fromPpm: number;
          toPpm: number;
          offers: number;
        }[];
        examples: {
          /** Format: uuid */
          offerId: string;
          sku: string;
          /** @enum {string} */
          effect: 'repriced' | 'stopping' | 'starting';
          reasons: string[];
          before: {
            net: components['schemas']['Money'];
            tax: components['schemas']['Money'];
            fees: components['schemas']['Money'];
            shipping: components['schemas']['Money'];
            gross: components['schemas']['Money'];
          } | null;
          after: {
            net: components['schemas']['Money'];
            tax: components['schemas']['Money'];
            fees: components['schemas']['Money'];
            shipping: components['schemas']['Money'];
            gross: components['schemas']['Money'];
          } | null;
        }[];
      };
    };
    Readiness: {
      market: components['schemas']['MarketCode'];
      version: number;
      status: components['schemas']['MarketStatus'];
      /** Format: date */
      date: string;
      ready: boolean;
      blocking: number;
      warnings: number;
      passing: number;
      checks: components['schemas']['ReadinessCheck'][];
    };
    ReadinessCheck: {
      /** @enum {string} */
      check:
        | 'gradeWording'
        | 'translations'
        | 'legalTexts'
        | 'shipping'
        | 'payments'
        | 'withdrawalFunction'
        | 'guaranteeNotice'
        | 'priorPrice'
        | 'unverifiedValues'
        | 'taxRates'
        | 'feeTables'
        | 'charmRule'
        | 'examples'
        | 'fxFreshness'
        | 'prices'
        | 'offerTerms'
        | 'stock'
        | 'sellers';
      title: string;
      /** @enum {string} */
      service: 'catalog' | 'pricing';
      /** @enum {string} */
      outcome: 'pass' | 'warn' | 'block';
      failing: number;
      total: number;
      message: string;
    };
    ServiceReadiness: {
      market: components['schemas']['MarketCode'];
      version: number;
      checks: components['schemas']['ReadinessCheck'][];
    };
    ReadinessItems: {
      /** @enum {string} */
      check:
        | 'gradeWording'
        | 'translations'
        | 'legalTexts'
        | 'shipping'
        | 'payments'
        | 'withdrawalFunction'
        | 'guaranteeNotice'
        | 'priorPrice'
        | 'unverifiedValues'
        | 'taxRates'
        | 'feeTables'
        | 'charmRule'
        | 'examples'
        | 'fxFreshness'
        | 'prices'
        | 'offerTerms'
        | 'stock'
        | 'sellers';
      items: components['schemas']['ReadinessItem'][];
      nextCursor: string | null;
    };
    ReadinessItem: {
      subject: string;
      message: string;
    };
    ExamplesStored: {
      market: components['schemas']['MarketCode'];
      version: number;
      examples: number;
      changed: boolean;
    };
    ProductImportResult: {
      received: number;
      created: number;
      updated: number;
      unchanged: number;
      rejected: {
        line: number;
        field: string;
        code: string;
        message: string;
      }[];
    };
    OpsProduct: {
      product: {
        /** Format: uuid */
        productId: string;
        /** @enum {string} */
        status: 'published' | 'archived';
        brand: string;
        model: string;
        category: components['schemas']['ProductCategory'];
        categoryPath: string[];
        slug: string;
        names: {
          en: string;
        } & {
          [key: string]: string;
        };
        descriptions?: {
          [key: string]: string;
        };
        attributes: {
          releaseYear?: number;
          screenInches?: string;
          resolution?: string;
          ramMb?: number;
          weightGrams?: number;
          simCount?: number;
          os?: string;
          deviceType?: string;
        };
        modelCodes: string[];
        aliases: string[];
        images?: {
          /** Format: uri */
          url: string;
          width: number;
          height: number;
          /** @enum {string} */
          role: 'primary' | 'gallery' | 'detail';
          alt?: {
            en: string;
          } & {
            [key: string]: string;
          };
        }[];
        variants: {
          /** Format: uuid */
          variantId: string;
          canonicalKey: string;
          storageGb?: number;
          ramMb?: number;
          colour?: {
            code: string;
            names: {
              en: string;
            } & {
              [key: string]: string;
            };
          };
          caseMaterial?: string;
          caseMm?: number;
          /** @enum {string} */
          connectivity?: 'wifi' | 'cellular';
          /** @enum {string} */
          sim?: 'single' | 'dual' | 'esim';
          carrierLock?: string;
          /** @enum {string} */
          keyboardLayout?:
            | 'qwerty-us'
            | 'qwerty-uk'
            | 'azerty-fr'
            | 'azerty-be'
            | 'qwertz-de'
            | 'qwertz-ch'
            | 'qwerty-es'
            | 'qwerty-it';
          mpns: string[];
          gtins: string[];
          assumed: boolean;
          images?: {
            /** Format: uri */
            url: string;
            width: number;
            height: number;
            /** @enum {string} */
            role: 'primary' | 'gallery' | 'detail';
            alt?: {
              en: string;
            } & {
              [key: string]: string;
            };
          }[];
          formerIds?: string[];
        }[];
        sources: {
          dataset: string;
          version: string;
        }[];
        /** Format: uuid */
        mergedInto?: string;
        formerIds?: string[];
        formerSlugs?: string[];
        slugs?: {
          [key: string]: string;
        };
        publication?: {
          market: string;
          /** Format: date-time */
          from?: string;
          /** Format: date-time */
          to?: string;
        }[];
        version: number;
      };
      /** @description Products merged into this one. Splitting off all variants of one gives it back as it was. */
      merged: {
        /** Format: uuid */
        productId: string;
        slug: string;
        variantIds: string[];
      }[];
      changes: {
        /** @enum {string} */
        action: 'merged' | 'split' | 'scheduled' | 'translated';
        actor: string;
        reason: string;
        detail: {
          [key: string]: unknown;
        };
        /** Format: date-time */
        changedAt: string;
      }[];
    };
    /** @enum {string} */
    ProductCategory: 'smartphone' | 'tablet' | 'laptop' | 'desktop' | 'wearable' | 'tv' | 'console' | 'other';
    ProductCuration: {
      changed: boolean;
      product: {
        /** Format: uuid */
        productId: string;
        /** @enum {string} */
        status: 'published' | 'archived';
        brand: string;
        model: string;
        category: components['schemas']['ProductCategory'];
        categoryPath: string[];
        slug: string;
        names: {
          en: string;
        } & {
          [key: string]: string;
        };
        descriptions?: {
          [key: string]: string;
        };
        attributes: {
          releaseYear?: number;
          screenInches?: string;
          resolution?: string;
          ramMb?: number;
          weightGrams?: number;
          simCount?: number;
          os?: string;
          deviceType?: string;
        };
        modelCodes: string[];
        aliases: string[];
        images?: {
          /** Format: uri */
          url: string;
          width: number;
          height: number;
          /** @enum {string} */
          role: 'primary' | 'gallery' | 'detail';
          alt?: {
            en: string;
          } & {
            [key: string]: string;
          };
        }[];
        variants: {
          /** Format: uuid */
          variantId: string;
          canonicalKey: string;
          storageGb?: number;
          ramMb?: number;
          colour?: {
            code: string;
            names: {
              en: string;
            } & {
              [key: string]: string;
            };
          };
          caseMaterial?: string;
          caseMm?: number;
          /** @enum {string} */
          connectivity?: 'wifi' | 'cellular';
          /** @enum {string} */
          sim?: 'single' | 'dual' | 'esim';
          carrierLock?: string;
          /** @enum {string} */
          keyboardLayout?:
            | 'qwerty-us'
            | 'qwerty-uk'
            | 'azerty-fr'
            | 'azerty-be'
            | 'qwertz-de'
            | 'qwertz-ch'
            | 'qwerty-es'
            | 'qwerty-it';
          mpns: string[];
          gtins: string[];
          assumed: boolean;
          images?: {
            /** Format: uri */
            url: string;
            width: number;
            height: number;
            /** @enum {string} */
            role: 'primary' | 'gallery' | 'detail';
            alt?: {
              en: string;
            } & {
              [key: string]: string;
            };
          }[];
          formerIds?: string[];
        }[];
        sources: {
          dataset: string;
          version: string;
        }[];
        /** Format: uuid */
        mergedInto?: string;
        formerIds?: string[];
        formerSlugs?: string[];
        slugs?: {
          [key: string]: string;
        };
        publication?: {
          market: string;
          /** Format: date-time */
          from?: string;
          /** Format: date-time */
          to?: string;
        }[];
        version: number;
      };
    };
    MissingTranslations: {
      locale: string;
      chain: string[];
      coverage: {
        kind: string;
        total: number;
        missing: number;
      }[];
      items: {
        kind: string;
        key: string;
        servedLocale: string;
        source: string;
      }[];
      nextCursor: string | null;
    };
    TranslationImport: {
      received: number;
      changed: number;
      unchanged: number;
      blank: number;
      rejectedCount: number;
      rejected: {
        line: number;
        field: string;
        code: string;
        message: string;
      }[];
    };
    FxImport: {
      source: string;
      rates: number;
      stored: number;
      corrected: number;
      unchanged: number;
      notQuoted: number;
      ignoredCurrencies: string[];
      /** Format: date */
      firstDate: string;
      /** Format: date */
      lastDate: string;
      jumpCount: number;
      jumps: components['schemas']['FxRate'][];
    };
    FxRate: {
      /** Format: date */
      date: string;
      currency: string;
      rate: string;
      version: number;
      changePpm: number | null;
      jump: boolean;
    };
    FxRateList: {
      source: string;
      base: string;
      /** Format: date */
      date: string;
      maxAgeDays: number;
      items: {
        /** Format: date */
        date: string;
        currency: string;
        rate: string;
        version: number;
        changePpm: number | null;
        jump: boolean;
        ageDays: number;
        stale: boolean;
      }[];
      jumps: components['schemas']['FxRate'][];
    };
    PriceProposals: {
      fromMarket: {
        code: string;
        currency: string;
        taxInclusive: boolean;
      };
      toMarket: {
        code: string;
        currency: string;
        taxInclusive: boolean;
      };
      /** Format: date */
      date: string;
      rates: components['schemas']['FxRate'][];
      items: {
        /** Format: uuid */
        offerId: string;
        /** Format: uuid */
        sellerId: string;
        sku: string;
        /** Format: uuid */
        variantId: string;
        grade: components['schemas']['Grade'];
        from: components['schemas']['Money'];
        converted: components['schemas']['Money'];
        withMargin: components['schemas']['Money'];
        minPrice: components['schemas']['Money'] | null;
        proposed: components['schemas']['Money'];
        usual: components['schemas']['Money'] | null;
        deviationPpm: number | null;
        outlier: boolean;
        blockers: {
          field: string;
          code: string;
          message: string;
        }[];
      }[];
      outliers: number;
      blocked: number;
      nextAfter: string | null;
    };
    PriceProposalPage: {
      items: components['schemas']['PriceProposal'][];
      nextCursor: string | null;
    };
    PriceProposal: {
      /** Format: uuid */
      id: string;
      version: number;
      /** @enum {string} */
      status: 'building' | 'review' | 'applying' | 'applied' | 'discarded';
      fromMarket: components['schemas']['MarketCode'];
      toMarket: components['schemas']['MarketCode'];
      currency: string;
      /** Format: date */
      date: string;
      /** @enum {string} */
      source: 'ecb';
      rates: components['schemas']['FxRate'][];
      marginPpm: number;
      outlierPpm: number;
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      why: string;
      decision: {
        by: string;
        /** Format: date-time */
        at: string;
        why: string;
      } | null;
      counts: {
        all: number;
        toApply: number;
        outlier: number;
        belowCost: number;
        belowMin: number;
        blocked: number;
        optedOut: number;
        excluded: number;
        edited: number;
        applied: number;
        skipped: number;
      };
    };
    BeginPriceProposal: {
      fromMarket: components['schemas']['MarketCode'];
      toMarket: components['schemas']['MarketCode'];
      /**
       * Format: date
       * @description Day of the rates; today when left out.
       */
      date?: string;
      /**
       * @default ecb
       * @enum {string}
       */
      source: 'ecb';
      /** @default 0 */
      marginPpm: number;
      /** @default 250000 */
      outlierPpm: number;
      why: string;
    };
    PriceProposalRows: {
      items: components['schemas']['PriceProposalRow'][];
      total: number;
      nextCursor: string | null;
    };
    PriceProposalRow: {
      /** Format: uuid */
      offerId: string;
      /** Format: uuid */
      sellerId: string;
      sku: string;
      /** Format: uuid */
      variantId: string;
      grade: components['schemas']['Grade'];
      from: components['schemas']['Money'];
      converted: components['schemas']['Money'];
      withMargin: components['schemas']['Money'];
      proposed: components['schemas']['Money'];
      price: components['schemas']['Money'];
      minPrice: components['schemas']['Money'] | null;
      maxPrice: components['schemas']['Money'] | null;
      reference: {
        price: components['schemas']['Money'];
        /** @enum {string} */
        of: 'target' | 'source';
      } | null;
      deviationPpm: number | null;
      unitCost: components['schemas']['Money'] | null;
      outlier: boolean;
      belowCost: boolean;
      belowMin: boolean;
      optedOut: boolean;
      excluded: boolean;
      edited: boolean;
      blockers: {
        field: string;
        code: string;
        message: string;
      }[];
      /** @enum {string} */
      outcome: 'pending' | 'applied' | 'skipped';
      skipped:
        | ('pricedMeanwhile' | 'offerGone' | 'sourcePriceChanged' | 'optedOut' | 'sellerInactive' | 'refusedByMarket')
        | null;
    };
    PriceProposalHistogram: {
      bandPpm: {
        low: number;
        high: number;
      };
      buckets: {
        fromPpm: number;
        toPpm: number;
        rows: number;
      }[];
      withoutReference: number;
    };
    EditPriceProposal: {
      rows:
        | {
            offerIds: string[];
          }
        | {
            /** @enum {string} */
            only:
              | 'all'
              | 'toApply'
              | 'outlier'
              | 'belowCost'
              | 'belowMin'
              | 'blocked'
              | 'optedOut'
              | 'excluded'
              | 'edited'
              | 'applied'
              | 'skipped';
            /** Format: uuid */
            seller?: string;
          };
      change:
        | {
            /** @constant */
            type: 'setAmount';
            amount: string;
          }
        | {
            /** @constant */
            type: 'adjust';
            ppm: number;
          }
        | {
            /** @constant */
            type: 'exclude';
          }
        | {
            /** @constant */
            type: 'include';
          }
        | {
            /** @constant */
            type: 'reset';
          };
    };
    PriceProposalEdited: {
      /** Format: uuid */
      id: string;
      version: number;
      /** @enum {string} */
      status: 'building' | 'review' | 'applying' | 'applied' | 'discarded';
      fromMarket: components['schemas']['MarketCode'];
      toMarket: components['schemas']['MarketCode'];
      currency: string;
      /** Format: date */
      date: string;
      /** @enum {string} */
      source: 'ecb';
      rates: components['schemas']['FxRate'][];
      marginPpm: number;
      outlierPpm: number;
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      why: string;
      decision: {
        by: string;
        /** Format: date-time */
        at: string;
        why: string;
      } | null;
      counts: {
        all: number;
        toApply: number;
        outlier: number;
        belowCost: number;
        belowMin: number;
        blocked: number;
        optedOut: number;
        excluded: number;
        edited: number;
        applied: number;
        skipped: number;
      };
      changedRows: number;
    };
    DecidePriceProposal: {
      /** @enum {string} */
      decision: 'approve' | 'discard';
      why: string;
      /** @default false */
      acceptBelowCost: boolean;
    };
    TableStored: {
      id: string;
      version: number;
      rows: number;
      changed: boolean;
    };
    FeeScaleImport: {
      id: string;
      version: number;
      changed: boolean;
      /** Format: date */
      validFrom: string;
      rows: number;
      skipped: number;
      byCategory: {
        [key: string]: {
          productCode: string;
          amount: string;
        };
      };
    };
    PutVoucher: {
      market: components['schemas']['MarketCode'];
      amount?: components['schemas']['Money'];
      percent?: number;
      /** Format: date-time */
      validFrom: string;
      /** Format: date-time */
      validUntil?: string;
      minBasket?: components['schemas']['Money'];
      /** @default false */
      onceOnly: boolean;
      /**
       * @default MARKETPLACE
       * @enum {string}
       */
      borneBy: 'MARKETPLACE' | 'SELLER';
      /** Format: uuid */
      sellerId?: string;
    };
    Voucher: {
      code: string;
      market: components['schemas']['MarketCode'];
      amount?: components['schemas']['Money'];
      percent?: number;
      /** Format: date-time */
      validFrom: string;
      /** Format: date-time */
      validUntil?: string;
      minBasket?: components['schemas']['Money'];
      /** @default false */
      onceOnly: boolean;
      /**
       * @default MARKETPLACE
       * @enum {string}
       */
      borneBy: 'MARKETPLACE' | 'SELLER';
      /** Format: uuid */
      sellerId?: string;
      version: number;
    };
    TaxRateImport: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      status: 'running' | 'active' | 'superseded' | 'unchanged' | 'rejected' | 'failed';
      /** @enum {string} */
      format: 'avalara-zip5' | 'sst-rates' | 'sst-boundaries';
      state: string;
      period: string;
      fileName: string | null;
      version: number | null;
      rows: number;
      accepted: number;
      skipped: number;
      rejected: number;
      errors: {
        line: number;
        field: string;
        code: string;
        message: string;
      }[];
      importedBy: string;
      /** Format: date-time */
      startedAt: string;
      finishedAt: string | null;
    };
    TaxRateImportList: {
      items: components['schemas']['TaxRateImport'][];
    };
    SellerQuality: {
      /** Format: uuid */
      sellerId: string;
      /** Format: date */
      asOf: string;
      rule: {
        version: number;
        minimumVolume: number;
        observedDays: number;
        /** @constant */
        confidence: '0.95';
      };
      failure: {
        events: number;
        of: number;
        rate: string | null;
        low: string | null;
        high: string | null;
        windowDays: 30 | 90 | 365;
      }[];
      deadOnArrival: components['schemas']['MeasuredRate'];
      wrongGrade: components['schemas']['MeasuredRate'];
      cancel: components['schemas']['MeasuredRate'];
      lateShip: components['schemas']['MeasuredRate'];
      shipped: number;
      response: {
        answered: number;
        averageHours: number;
      } | null;
      cohorts: {
        month: string;
        shipped: number;
        late: number;
        failures: {
          events: number;
          of: number;
          rate: string | null;
          low: string | null;
          high: string | null;
          windowDays: 30 | 90 | 365;
          mature: boolean;
        }[];
      }[];
      kinds: {
        market: components['schemas']['MarketCode'];
        category: components['schemas']['ProductCategory'];
        grade: components['schemas']['Grade'];
        failure: components['schemas']['MeasuredRate'];
      }[];
      variants: {
        /** Format: uuid */
        variantId: string;
        grade: components['schemas']['Grade'];
        failure: components['schemas']['MeasuredRate'];
      }[];
      gates: {
        market: components['schemas']['MarketCode'];
        category: components['schemas']['ProductCategory'] | null;
        grade: components['schemas']['Grade'] | null;
        /** Format: date-time */
        since: string;
        /** Format: date-time */
        reviewFrom: string;
        reason: string;
        closedBy: {
          failures: number;
          shipped: number;
          low: string;
        };
        now: {
          failures: number;
          shipped: number;
          low: string;
        };
        wayBack: string;
        mustHold: {
          windowDays: 30 | 90 | 365;
          evidenceDays: number;
          lowerBoundMax: string;
          shippedMin: number;
        };
      }[];
      overrides: {
        market: components['schemas']['MarketCode'];
        category: components['schemas']['ProductCategory'] | null;
        grade: components['schemas']['Grade'] | null;
        /** Format: date-time */
        until: string;
      }[];
      ranking: {
        volume: number;
        failureRate: string;
        cancelRate: string;
        lateShipRate: string;
        wrongGradeRate: string;
      } | null;
    };
    MeasuredRate: {
      events: number;
      of: number;
      rate: string | null;
      low: string | null;
      high: string | null;
    };
    /** @enum {string} */
    SellerState: 'applied' | 'verified' | 'active' | 'suspended' | 'closed';
    SellerPage: {
      items: {
        /** Format: uuid */
        sellerId: string;
        version: number;
        name: string;
        establishedIn: string;
        status: components['schemas']['SellerState'];
        demo: boolean;
        markets: components['schemas']['MarketCode'][] | null;
        handlingDays: number;
        failureRate: string | null;
        shipped: number;
        gates: number;
      }[];
      nextCursor: string | null;
    };
    Seller: {
      /** Format: uuid */
      sellerId: string;
      version: number;
      name: string;
      establishedIn: string;
      status: components['schemas']['SellerState'];
      demo: boolean;
      markets: components['schemas']['MarketCode'][] | null;
      handlingDays: number;
    };
    SellerFile: {
      /** Format: uuid */
      sellerId: string;
      version: number;
      name: string;
      establishedIn: string;
      status: components['schemas']['SellerState'];
      demo: boolean;
      markets: components['schemas']['MarketCode'][] | null;
      handlingDays: number;
      identity: components['schemas']['SellerIdentity'] | null;
      missing: string[];
      history: {
        id: string;
        sellerVersion: number;
        action: string;
        /** Format: date-time */
        at: string;
        actor: {
          subject: string;
          role: string;
        };
        why: string;
        from: unknown;
        to: unknown;
      }[];
    };
    SellerIdentity: {
      legalName: string;
      address: {
        line1: string;
        postalCode: string;
        city: string;
        country: string;
      };
      /** Format: email */
      email: string;
      phone: string;
      register?: {
        name: string;
        number: string;
      };
      taxId?: string;
      vatId?: string;
      iban?: string;
      /** Format: date-time */
      selfCertifiedAt?: string;
    };
    QualityOverride: {
      market: components['schemas']['MarketCode'];
      category: components['schemas']['ProductCategory'] | null;
      grade: components['schemas']['Grade'] | null;
      /** Format: date-time */
      until: string;
    };
    PriceListPage: {
      items: components['schemas']['PriceList'][];
      nextCursor: string | null;
    };
    PriceList: {
      id: string;
      version: number;
      /** @enum {string} */
      status: 'scheduled' | 'active' | 'ended';
      /** @enum {string} */
      kind: 'sale' | 'override';
      title: string;
      /** @default 0 */
      priority: number;
      /** Format: date-time */
      validFrom: string;
      /** Format: date-time */
      validTo?: string;
      rules: {
        market: components['schemas']['MarketCode'];
        /** Format: uuid */
        seller?: string;
        category?: components['schemas']['ProductCategory'];
        grade?: components['schemas']['Grade'];
        /** @default 1 */
        minQuantity: number;
      };
      adjustment: components['schemas']['PriceAdjustment'];
      /** Format: date-time */
      changedAt: string;
      changedBy: string;
      reason: string;
    };
    PriceAdjustment:
      | {
          /** @constant */
          type: 'percentOff';
          percent: string;
          /**
           * @default halfUp
           * @enum {string}
           */
          rounding: 'halfUp' | 'halfEven' | 'floor' | 'ceil' | 'towardZero';
        }
      | {
          /** @constant */
          type: 'amountOff';
          amount: string;
          currency?: string;
        }
      | {
          /** @constant */
          type: 'fixedPrices';
          prices: {
            /** Format: uuid */
            offerId: string;
            amount: string;
            currency?: string;
          }[];
        };
    PriceListInput: {
      /** @enum {string} */
      kind: 'sale' | 'override';
      title: string;
      /** @default 0 */
      priority: number;
      /** Format: date-time */
      validFrom: string;
      /** Format: date-time */
      validTo?: string;
      rules: {
        market: components['schemas']['MarketCode'];
        /** Format: uuid */
        seller?: string;
        category?: components['schemas']['ProductCategory'];
        grade?: components['schemas']['Grade'];
        /** @default 1 */
        minQuantity: number;
      };
      adjustment: components['schemas']['PriceAdjustment'];
      reason: string;
    };
    AuditPage: {
      items: components['schemas']['AuditEntry'][];
      nextCursor: string | null;
    };
    AuditEntry: {
      id: string;
      entity: string;
      /** @enum {string} */
      action:
        | 'priceChanged'
        | 'statedPriceChanged'
        | 'scheduleCreated'
        | 'scheduleUpdated'
        | 'scheduleWithdrawn'
        | 'listCreated'
        | 'listUpdated'
        | 'listDeleted'
        | 'marketDefined'
        | 'marketMoved'
        | 'marketRolledBack';
      market: string;
      /** Format: date-time */
      at: string;
      /** Format: date-time */
      recordedAt: string;
      actor: {
        subject: string;
        role: string;
      };
      from: unknown;
      to: unknown;
      why: string;
    };
    RefundOrder: {
      reason: string;
      lines?: {
        /** Format: uuid */
        lineId: string;
        amount: components['schemas']['Money'];
      }[];
      delivery?: boolean;
    };
    SalesList: {
      items: {
        /** Format: uuid */
        eventId: string;
        region: string;
        /** Format: date-time */
        occurredAt: string;
        sale: {
          /** Format: uuid */
          saleId: string;
          /** @enum {string} */
          kind: 'sale' | 'refund';
          /** Format: uuid */
          orderId: string;
          /** Format: uuid */
          quoteId?: string;
          version: number;
          market: components['schemas']['MarketCode'];
          shipTo: {
            country: string;
            region?: string;
          };
          lines: {
            /** Format: uuid */
            lineId: string;
            /** Format: uuid */
            offerId: string;
            /** Format: uuid */
            sellerId: string;
            /** Format: uuid */
            variantId: string;
            grade: components['schemas']['Grade'];
            vatScheme: components['schemas']['VatScheme'];
            quantity: number;
            unitPrice: components['schemas']['Money'];
            net: components['schemas']['Money'];
            tax: components['schemas']['Money'];
            gross: components['schemas']['Money'];
            taxLines: components['schemas']['TaxLine'][];
            fees: components['schemas']['Fee'][];
            discount?: components['schemas']['Money'];
            taxDecision?: components['schemas']['TaxDecision'];
            marginTax?: components['schemas']['TaxLine'];
            reduction?: boolean;
          }[];
          totals: components['schemas']['Totals'];
          shipping?: {
            amount: components['schemas']['Money'];
            tax: components['schemas']['Money'];
            taxLines: components['schemas']['TaxLine'][];
          };
          /** Format: uuid */
          returnId?: string;
          payment: {
            provider: string;
            reference: string;
            method: string;
          };
        };
      }[];
      totals: {
        market: string;
        sales: number;
        refunds: number;
        net: components['schemas']['Money'];
        tax: components['schemas']['Money'];
        fees: components['schemas']['Money'];
        shipping: components['schemas']['Money'];
        gross: components['schemas']['Money'];
      }[];
      nextCursor: string | null;
    };
    LedgerPage: {
      entity: string;
      items: {
        /** Format: uuid */
        entryId: string;
        entity: string;
        period: string;
        originalPeriod?: string;
        sequence: number;
        lineNo: number;
        journal: string;
        source: string;
        sourceId: string;
        kind: string;
        text: string;
        /** Format: date-time */
        occurredAt: string;
        /** Format: date-time */
        postedAt: string;
        /** Format: uuid */
        factId?: string;
        /** Format: uuid */
        orderId?: string;
        /** Format: uuid */
        lineId?: string;
        document?: {
          kind: string;
          ref: string;
        };
        /** Format: uuid */
        corrects?: string;
        bookedBy?: string;
        account: string;
        aux: string;
        /** @enum {string} */
        side: 'debit' | 'credit';
        amount: components['schemas']['Money'];
        base: components['schemas']['Money'];
        hash: string;
      }[];
      nextCursor: string | null;
    };
    TrialBalance: {
      entity: string;
      period?: string;
      /** Format: date-time */
      asOf?: string;
      /** @enum {string} */
      view: 'asReported' | 'asOfNow';
      balanced: boolean;
      rows: {
        opening: components['schemas']['Money'];
        debit: components['schemas']['Money'];
        credit: components['schemas']['Money'];
        closing: components['schemas']['Money'];
        account: string;
        name: string;
        aux?: string;
        base: {
          opening: components['schemas']['Money'];
          debit: components['schemas']['Money'];
          credit: components['schemas']['Money'];
          closing: components['schemas']['Money'];
        };
      }[];
      totals: {
        debit: components['schemas']['Money'];
        credit: components['schemas']['Money'];
        difference: components['schemas']['Money'];
      }[];
      baseDifference: components['schemas']['Money'];
      due: number;
    };
    SettlementFile: {
      /** Format: uuid */
      id: string;
      account: string;
      format: string;
      name: string;
      /** @enum {string} */
      status: 'reading' | 'active' | 'unchanged' | 'rejected' | 'failed';
      sameAs: string | null;
      lines: number;
      accepted: number;
      known: number;
      skipped: number;
      rejected: number;
      problems: {
        line: number;
        field: string;
        code: string;
        message: string;
      }[];
      importedBy: string;
      /** Format: date-time */
      startedAt: string;
      finishedAt: string | null;
    };
    SettlementFileList: {
      items: components['schemas']['SettlementFile'][];
    };
    Reconciliation: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      asOf: string;
      movements: number;
      lines: number;
      payouts: number;
      bankEntries: number;
      matched: number;
      breaks: {
        [key: string]: number;
      };
      requestedBy: string;
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      finishedAt: string;
    };
    ReconciliationList: {
      items: components['schemas']['Reconciliation'][];
    };
    BreakList: {
      items: components['schemas']['ReconciliationBreak'][];
      nextCursor: string | null;
    };
    ReconciliationBreak: {
      key: string;
      /** @enum {string} */
      type: 'missing_internal' | 'missing_external' | 'amount' | 'currency' | 'duplicate' | 'timing' | 'fee' | 'fx';
      /** @enum {string} */
      side: 'charge' | 'refund' | 'chargeback' | 'payout' | 'bank';
      account: string | null;
      reference: string;
      orderId: string | null;
      market: string | null;
      expected: components['schemas']['Money'] | null;
      actual: components['schemas']['Money'] | null;
      /** Format: date-time */
      occurredAt: string;
      reason: string;
    };
    ExceptionList: {
      items: components['schemas']['ReconciliationException'][];
      nextCursor: string | null;
    };
    ReconciliationException: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      state: 'open' | 'proposed' | 'resolved' | 'cleared';
      /** @enum {string} */
      type: 'missing_internal' | 'missing_external' | 'amount' | 'currency' | 'duplicate' | 'timing' | 'fee' | 'fx';
      /** @enum {string} */
      side: 'charge' | 'refund' | 'chargeback' | 'payout' | 'bank';
      account: string | null;
      reference: string;
      orderId: string | null;
      market: string | null;
      expected: components['schemas']['Money'] | null;
      actual: components['schemas']['Money'] | null;
      /** Format: date-time */
      occurredAt: string;
      reason: string;
      /** Format: uuid */
      firstRun: string;
      /** Format: uuid */
      lastRun: string;
      /** Format: date-time */
      openedAt: string;
      ageDays: number;
      owner: string | null;
      resolution: {
        /** @enum {string} */
        action: 'accept' | 'adjust' | 'claim';
        why: string;
        proposedBy: string;
        /** Format: date-time */
        proposedAt: string;
        decidedBy: string | null;
        decidedAt: string | null;
        entryId: string | null;
      } | null;
    };
    DeadLetterOverview: {
      groups: components['schemas']['DeadLetterGroup'][];
      dead: number;
      parked: number;
      unreachable: ('catalog' | 'pricing' | 'inventory' | 'checkout' | 'finance')[];
    };
    DeadLetterGroup: {
      /** @enum {string} */
      service: 'catalog' | 'pricing' | 'inventory' | 'checkout' | 'finance';
      topic: string;
      /** @enum {string} */
      state: 'dead' | 'parked';
      reason: string;
      errorClass: string;
      stackHash: string;
      errorMessage: string;
      letters: number;
      /** Format: date-time */
      oldestAt: string;
      /** Format: date-time */
      newestAt: string;
    };
    ServiceDeadLetters: {
      groups: components['schemas']['DeadLetterGroup'][];
      items: components['schemas']['DeadLetter'][];
      nextCursor: string | null;
    };
    DeadLetter: {
      id: string;
      /** @enum {string} */
      service: 'catalog' | 'pricing' | 'inventory' | 'checkout' | 'finance';
      topic: string;
      partition: number;
      offset: string;
      key: string | null;
      value: string | null;
      factId: string | null;
      factType: string | null;
      /** @enum {string} */
      state: 'dead' | 'parked';
      reason: string;
      errorClass: string;
      errorMessage: string;
      stackHash: string;
      attempts: number;
      /** Format: date-time */
      createdAt: string;
    };
    ReplayDeadLetters: {
      ids?: string[];
      stackHash?: string;
      why: string;
      /** @default false */
      dryRun: boolean;
    };
    DeadLettersReplayed: {
      matched: number;
      replayed: number;
      failed: {
        id: string;
        error: string;
      }[];
    };
    DropDeadLetters: {
      ids?: string[];
      stackHash?: string;
      why: string;
    };
    DeadLettersDropped: {
      matched: number;
      dropped: number;
    };
    Problem: {
      type: string;
      title: string;
      status: number;
      code: string;
      detail: string;
      errors: {
        field: string;
        code: string;
        message: string;
      }[];
      requestId: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who is signed in */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
        };
      };
    };
    responses: {
      /** @description Sign a browser in with a token */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMarkets: {
    parameters: {
      query?: {
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All markets a buyer may enter, in every region */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Market'][];
          };
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  resolveMarket: {
    parameters: {
      query: {
        country: string;
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The market that serves a country */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Market'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getMarket: {
    parameters: {
      query?: {
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One market */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Market'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listProducts: {
    parameters: {
      query?: {
        q?: string;
        category?: string;
        /** @description One brand, or several separated by commas. */
        brand?: string;
        /** @description One grade, or several separated by commas. */
        grade?: string;
        /** @description Gigabytes, or several storages separated by commas. */
        storage?: string;
        /** @description A colour’s code, such as `midnight`, or several colours separated by commas. */
        colour?: string;
        /** @description Gigabytes of memory, or several sizes separated by commas. */
        ram?: string;
        /** @description A year of release, or several years separated by commas. */
        year?: string;
        /** @description A range of the `screen` facet, such as `6-6.5`, or several ranges separated by commas. */
        screen?: string;
        priceMin?: string;
        priceMax?: string;
        /** @description `true` (default) lists only what can be bought. */
        available?: 'true' | 'false' | 'any';
        /** @description `true` is `available=any`: also what nobody sells now. */
        includeUnavailable?: 'true' | 'false';
        sort?: 'relevance' | 'price' | '-price' | 'newest' | 'name';
        limit?: number;
        cursor?: string;
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Search and browse products, with facets */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProductList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listCategories: {
    parameters: {
      query?: {
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The category tree, with what can be bought in each branch */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CategoryTree'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getProduct: {
    parameters: {
      query?: {
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
        idOrSlug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A product page in one call */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProductPage'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `ProductNotFound`: There is no such product. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listVariantOffers: {
    parameters: {
      query?: {
        grade?: components['schemas']['Grade'];
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
        variantId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All offers of a variant, ranked, with reasons */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VariantOffers'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `VariantNotFound`: There is no such variant. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getStructuredData: {
    parameters: {
      query?: {
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
        idOrSlug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What a search engine reads of a product page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/ld+json': components['schemas']['StructuredData'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `ProductNotFound`: There is no such product. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSitemapIndex: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sitemaps of a market: one or more a locale */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/xml': string;
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSitemap: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
        locale: string;
        part: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The pages of products that can be bought, in one locale, with their other languages */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/xml': string;
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `SitemapNotFound`: There is no such sitemap. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getMerchantFeed: {
    parameters: {
      query?: {
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Everything that can be bought, as Google Merchant Center reads it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/xml': string;
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getRankingParameters: {
    parameters: {
      query?: {
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How offers and products are ranked, as the law wants it published */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RankingParameters'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOfferPrice: {
    parameters: {
      query?: {
        quantity?: number;
        explain?: 'true' | 'false';
        at?: string;
        country?: string;
        region?: string;
        postalCode?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
        offerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The price of an offer and, on request, how it came about */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfferPrice'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `OfferNotFound`: There is no such offer. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPriceHistory: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
        offerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every price an offer was displayed at in a market, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceHistory'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `OfferNotFound`: There is no such offer. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createQuote: {
    parameters: {
      query?: {
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['QuoteRequest'];
      };
    };
    responses: {
      /** @description Exact prices and taxes for a basket and an address, locked until they expire */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Quote'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `OfferNotFound`: There is no such offer. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OfferNotListed`: The offer is not for sale in this market. `QuantityExceeded`: More than one order may hold. `DestinationNotServed`: This market does not ship there. `DestinationIncomplete`: The address lacks what the price depends on. `MissingTaxRateForDestination`: No tax rate is known for this destination. `ShippingMethodNotOffered`: The market does not offer that shipping method. `BuyerVatIdInvalid`: The VAT identification number is not valid. `VoucherUnknown`: There is no such voucher. `VoucherOfOtherMarket`: The voucher is for another market. `VoucherNotInForce`: The voucher has ended or not begun. `VoucherBelowMinimum`: The voucher needs a larger basket. `VoucherNotApplicable`: The voucher takes nothing off this basket. `QuoteRejected`: The quote breaks a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  createCart: {
    parameters: {
      query?: {
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description An empty cart */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Cart'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCart: {
    parameters: {
      query?: {
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
        cartId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A cart and what it holds */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Cart'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `CartNotFound`: There is no such cart. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  extendCart: {
    parameters: {
      query?: {
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
        cartId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The buyer goes to pay: hold what is in the cart for longer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Cart'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `CartNotFound`: There is no such cart. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CartExpired`: The cart has expired. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putCartLine: {
    parameters: {
      query?: {
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
        cartId: string;
        offerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          quantity: number;
        };
      };
    };
    responses: {
      /** @description Hold a quantity of an offer for this cart */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Cart'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `CartNotFound`: There is no such cart. `OfferNotFound`: There is no such offer. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. `OutOfStock`: Not enough stock is left. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CartExpired`: The cart has expired. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OfferNotListed`: The offer is not for sale in this market. `QuantityExceeded`: More than one order may hold. `CartFull`: The cart has all the lines it can. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteCartLine: {
    parameters: {
      query?: {
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
        cartId: string;
        offerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Give a line’s hold back */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Cart'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `CartNotFound`: There is no such cart. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `CartExpired`: The cart has expired. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  placeOrder: {
    parameters: {
      query?: {
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
        Prefer?: string;
        'Accept-Language'?: string;
      };
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PlaceOrder'];
      };
    };
    responses: {
      /** @description Order what a quote locked */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description Order what a quote locked */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description `IdempotencyKeyMissing`: An Idempotency-Key header is needed. `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. `IdempotencyKeyInUse`: A request with this Idempotency-Key is still running. `QuoteExpired`: The quote has expired. `QuoteAlreadyUsed`: The quote was already ordered. `VoucherUsed`: Another order used the voucher. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `IdempotencyKeyReused`: The Idempotency-Key was used with another request. `QuoteTokenInvalid`: The quote token is altered or not ours. `PaymentMethodNotAccepted`: The market does not accept that payment method. `ShipToDiffersFromQuote`: The order ships elsewhere than the quote. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOrder: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
        orderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description An order, for the holder of its access token */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `OrderNotFound`: There is no such order. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listDocuments: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
        orderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Confirmations, invoices, receipts and credit notes of an order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `OrderNotFound`: There is no such order. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDocument: {
    parameters: {
      query?: never;
      header?: {
        Accept?: string;
      };
      path: {
        market: components['schemas']['MarketCode'];
        orderId: string;
        documentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A document, as PDF, JSON or EN 16931 invoice */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Document'];
          'application/pdf': string;
          'application/xml': string;
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `OrderNotFound`: There is no such order. `DocumentNotFound`: There is no such document. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MediaTypeNotOffered`: Not available in that media type. */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DocumentNotExportable`: This document is no complete invoice under European VAT. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelLines: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        market: components['schemas']['MarketCode'];
        orderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelLines'];
      };
    };
    responses: {
      /** @description Call off what was not sent yet */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReturnList'];
        };
      };
      /** @description `IdempotencyKeyMissing`: An Idempotency-Key header is needed. `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `OrderNotFound`: There is no such order. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OrderNotInThatState`: The order is not in a state for that. `QuantityNotLeft`: More pieces than are left of the line. `IdempotencyKeyInUse`: A request with this Idempotency-Key is still running. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `LineNotFound`: The order has no such line. `IdempotencyKeyReused`: The Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  requestReturn: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        market: components['schemas']['MarketCode'];
        orderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestReturn'];
      };
    };
    responses: {
      /** @description Ask to send goods back, or claim under the guarantee */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReturnList'];
        };
      };
      /** @description `IdempotencyKeyMissing`: An Idempotency-Key header is needed. `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `OrderNotFound`: There is no such order. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OrderNotInThatState`: The order is not in a state for that. `QuantityNotLeft`: More pieces than are left of the line. `IdempotencyKeyInUse`: A request with this Idempotency-Key is still running. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `LineNotFound`: The order has no such line. `IdempotencyKeyReused`: The Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  stateWithdrawal: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        market: components['schemas']['MarketCode'];
        orderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StateWithdrawal'];
      };
    };
    responses: {
      /** @description Withdraw from the contract: the statement, and what would follow */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WithdrawalStatement'];
        };
      };
      /** @description `IdempotencyKeyMissing`: An Idempotency-Key header is needed. `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `OrderNotFound`: There is no such order. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OrderNotInThatState`: The order is not in a state for that. `QuantityNotLeft`: More pieces than are left of the line. `IdempotencyKeyInUse`: A request with this Idempotency-Key is still running. `WithdrawalPeriodOver`: The withdrawal period is over. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `LineNotFound`: The order has no such line. `IdempotencyKeyReused`: The Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  confirmWithdrawal: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        market: components['schemas']['MarketCode'];
        orderId: string;
        withdrawalId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmWithdrawal'];
      };
    };
    responses: {
      /** @description Confirm the withdrawal and get its acknowledgement */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WithdrawalAcknowledgement'];
        };
      };
      /** @description `IdempotencyKeyMissing`: An Idempotency-Key header is needed. `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `OrderNotFound`: There is no such order. `WithdrawalNotFound`: There is no such withdrawal, or its token is not this one. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OrderNotInThatState`: The order is not in a state for that. `QuantityNotLeft`: More pieces than are left of the line. `IdempotencyKeyInUse`: A request with this Idempotency-Key is still running. `WithdrawalPeriodOver`: The withdrawal period is over. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `LineNotFound`: The order has no such line. `IdempotencyKeyReused`: The Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getWithdrawal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
        orderId: string;
        withdrawalId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The acknowledgement of a withdrawal, unchanged, for as long as the order can be read */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WithdrawalAcknowledgement'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `OrderNotFound`: There is no such order. `WithdrawalNotFound`: There is no such withdrawal, or its token is not this one. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSellerOrders: {
    parameters: {
      query?: {
        status?: components['schemas']['ConsignmentStatus'];
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Paid orders with goods of this seller, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SellerOrderList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSellerOrder: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description This seller’s part of an order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SellerOrder'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OrderNotFound`: There is no such order. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  shipLines: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        orderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ShipLines'];
      };
    };
    responses: {
      /** @description Say that a parcel left, and which devices are in it */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Shipment'];
        };
      };
      /** @description `IdempotencyKeyMissing`: An Idempotency-Key header is needed. `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OrderNotFound`: There is no such order. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OrderNotInThatState`: The order is not in a state for that. `QuantityNotLeft`: More pieces than are left of the line. `UnitAlreadySent`: This device is with a buyer already. `IdempotencyKeyInUse`: A request with this Idempotency-Key is still running. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `LineNotFound`: The order has no such line. `UnitIdentityMissing`: Each device must be named by its IMEI or serial number. `UnitIdentityInvalid`: Not the identity of a device. `IdempotencyKeyReused`: The Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  endShipment: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        orderId: string;
        shipmentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EndShipment'];
      };
    };
    responses: {
      /** @description Say that a parcel arrived, or was lost */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Shipment'];
        };
      };
      /** @description `IdempotencyKeyMissing`: An Idempotency-Key header is needed. `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OrderNotFound`: There is no such order. `ShipmentNotFound`: There is no such shipment. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ShipmentEnded`: The parcel has arrived or was lost already. `IdempotencyKeyInUse`: A request with this Idempotency-Key is still running. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeliveryTimeInvalid`: A parcel arrives after it was sent, and not in the future. `IdempotencyKeyReused`: The Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelSellerLines: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        orderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelSellerLines'];
      };
    };
    responses: {
      /** @description Call off what cannot be sent; the buyer is paid back */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Return'];
        };
      };
      /** @description `IdempotencyKeyMissing`: An Idempotency-Key header is needed. `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OrderNotFound`: There is no such order. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OrderNotInThatState`: The order is not in a state for that. `QuantityNotLeft`: More pieces than are left of the line. `IdempotencyKeyInUse`: A request with this Idempotency-Key is still running. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `LineNotFound`: The order has no such line. `IdempotencyKeyReused`: The Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  decideReturn: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        orderId: string;
        returnId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecideReturn'];
      };
    };
    responses: {
      /** @description Approve or reject what a buyer asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Return'];
        };
      };
      /** @description `IdempotencyKeyMissing`: An Idempotency-Key header is needed. `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OrderNotFound`: There is no such order. `ReturnNotFound`: There is no such return. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ReturnNotInThatState`: The return is not in a state for that. `IdempotencyKeyInUse`: A request with this Idempotency-Key is still running. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `IdempotencyKeyReused`: The Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  receiveReturn: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        orderId: string;
        returnId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReceiveReturn'];
      };
    };
    responses: {
      /** @description Say that the goods are back; the buyer is paid back, or a claim is met otherwise */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Return'];
        };
      };
      /** @description `IdempotencyKeyMissing`: An Idempotency-Key header is needed. `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OrderNotFound`: There is no such order. `ReturnNotFound`: There is no such return. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ReturnNotInThatState`: The return is not in a state for that. `IdempotencyKeyInUse`: A request with this Idempotency-Key is still running. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `IdempotencyKeyReused`: The Idempotency-Key was used with another request. `UnitIdentityMissing`: Each device must be named by its IMEI or serial number. `UnitIdentityInvalid`: Not the identity of a device. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSellerOffer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sku: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description An offer as its seller stated it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SellerOffer'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OfferNotFound`: There is no such offer. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putSellerOffer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sku: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OfferInput'];
      };
    };
    responses: {
      /** @description Create or replace an offer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SellerOffer'];
        };
      };
      /** @description Create or replace an offer */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SellerOffer'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `SellerNotRegistered`: This seller is not registered in this region. `SellerSuspended`: This seller is suspended. `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OfferRejected`: The offer breaks a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listScheduledPrices: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sku: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Prices stated ahead for an offer, past ones included, in order of when they begin */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScheduledPrices'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OfferNotFound`: There is no such offer. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putScheduledPrice: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sku: string;
        scheduleId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ScheduledPriceInput'];
      };
    };
    responses: {
      /** @description State a price ahead: a sale or another price of an offer in one market, for a time */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScheduledPrice'];
        };
      };
      /** @description State a price ahead: a sale or another price of an offer in one market, for a time */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScheduledPrice'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OfferNotFound`: There is no such offer. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ScheduledPriceRejected`: The price stated ahead breaks a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteScheduledPrice: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sku: string;
        scheduleId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OfferNotFound`: There is no such offer. `ScheduledPriceNotFound`: Nothing of that name is stated ahead. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSellerWebhooks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where the seller is told of its orders */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhooks'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSellerWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A webhook as it stands */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `WebhookNotFound`: There is no such webhook. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putSellerWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookInput'];
      };
    };
    responses: {
      /** @description Have the seller told of its orders at a URL */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description Have the seller told of its orders at a URL */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `WebhookRejected`: The webhook breaks a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteSellerWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `WebhookNotFound`: There is no such webhook. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSellerWebhookDeliveries: {
    parameters: {
      query?: {
        state?: 'due' | 'delivered' | 'failed';
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What a webhook was told, newest first, with every attempt */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDeliveries'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `WebhookNotFound`: There is no such webhook. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  replaySellerWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookReplay'];
      };
    };
    responses: {
      /** @description Send messages of the last 30 days again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookReplayed'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `WebhookNotFound`: There is no such webhook. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSellerBuyBox: {
    parameters: {
      query: {
        market: components['schemas']['MarketCode'];
        simulatePrice?: string;
        /** @description BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`. */
        locale?: string;
      };
      header?: never;
      path: {
        sku: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where an offer ranks in a market, why, and the price that would win */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SellerBuyBox'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OfferNotFound`: There is no such offer. `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotLive`: The market is not open for sale. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importOffers: {
    parameters: {
      query?: {
        dryRun?: 'true' | 'false';
        /** @description Id of the import to begin or to go on with; made up when left out. */
        import?: string;
        /** @description Line of the file the body begins with. */
        from?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description application/x-ndjson */
    requestBody: {
      content: {
        'application/x-ndjson': string;
      };
    };
    responses: {
      /** @description Create or replace many offers from an NDJSON stream */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfferImport'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `SellerNotRegistered`: This seller is not registered in this region. `SellerSuspended`: This seller is suspended. `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OfferImportNotFound`: There is no such import. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OfferImportOutOfStep`: The import is not where this upload begins. `OfferImportTakenOver`: Another upload went on with this import. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSeedingRefusal: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where you want no price given in your name */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SeedingRefusal'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `SellerNotRegistered`: This seller is not registered in this region. `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putSeedingRefusal: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SeedingRefusal'];
      };
    };
    responses: {
      /** @description Say where you want no price given in your name when a market opens */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SeedingRefusal'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `SellerNotRegistered`: This seller is not registered in this region. `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listUnits: {
    parameters: {
      query?: {
        sku?: string;
        status?: components['schemas']['UnitStatus'];
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The units of a seller, oldest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  registerUnit: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UnitInput'];
      };
    };
    responses: {
      /** @description Register a device in the unit ledger */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Unit'];
        };
      };
      /** @description Register a device in the unit ledger */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Unit'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnitIdentityActive`: This device is already registered and not sold. `UnitAlreadyRegistered`: This purchase is registered with other particulars. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnitRejected`: The unit breaks a rule. `UnitNotSellable`: The unit fails what a unit must pass first. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importUnits: {
    parameters: {
      query?: {
        dryRun?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description application/x-ndjson */
    requestBody: {
      content: {
        'application/x-ndjson': string;
      };
    };
    responses: {
      /** @description Register many devices from an NDJSON stream */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitImportResult'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getUnit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        unitId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A unit and every status it had */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitWithHistory'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnitNotFound`: There is no such unit. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  moveUnit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        unitId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MoveUnit'];
      };
    };
    responses: {
      /** @description Move a unit on in its life */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Unit'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnitNotFound`: There is no such unit. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnitTransitionNotAllowed`: The unit cannot move to that status from here. `UnitPromised`: The unit is promised to somebody. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnitNotSellable`: The unit fails what a unit must pass first. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listOfferImports: {
    parameters: {
      query?: {
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The newest imports of offers, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfferImportList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOfferImport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How far an import of offers is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfferImport'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OfferImportNotFound`: There is no such import. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listOfferImportErrors: {
    parameters: {
      query?: {
        limit?: number;
        /** @description Errors of lines after this one. */
        after?: number;
      };
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Why rows of an import were refused, by line */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfferImportErrorList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OfferImportNotFound`: There is no such import. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getStock: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sku: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How many there are of an offer, and to whom they are promised */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StockLevel'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OfferNotFound`: There is no such offer. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putStockCounting: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sku: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StockCounting'];
      };
    };
    responses: {
      /** @description Say what counts the stock of an offer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StockLevel'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OfferNotFound`: There is no such offer. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putLocation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StockLocationInput'];
      };
    };
    responses: {
      /** @description Name a place goods are kept at in this region */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StockLocation'];
        };
      };
      /** @description Name a place goods are kept at in this region */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StockLocation'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listLocations: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The places of a seller in this region */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StockLocationList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  feedStock: {
    parameters: {
      query?: {
        dryRun?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description application/x-ndjson */
    requestBody: {
      content: {
        'application/x-ndjson': string;
      };
    };
    responses: {
      /** @description State what places have, from an NDJSON stream */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StockFeedResult'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listUnitDiscrepancies: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where goods and unit ledger disagree, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitDiscrepancyList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listOpsUnitDiscrepancies: {
    parameters: {
      query?: {
        sellerId?: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where goods and unit ledger disagree, of one seller or all, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitDiscrepancyList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listOpsMarkets: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every market in every state, with its last change */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpsMarketList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOpsMarket: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A market’s definition, version and status */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            market: components['schemas']['MarketCode'];
            version: number;
            status: components['schemas']['MarketStatus'];
            definition: components['schemas']['MarketDefinition'];
          };
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putMarket: {
    parameters: {
      query?: {
        /** @description Why; kept with who did it. */
        why?: string;
      };
      header?: {
        'If-Match'?: string;
      };
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MarketDefinition'];
      };
    };
    responses: {
      /** @description Define a market or change its definition */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpsMarket'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ConcurrentModification`: Somebody else changed it first. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotTheWriterRegion`: Another region writes this data. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  transitionMarket: {
    parameters: {
      query?: never;
      header?: {
        'If-Match'?: string;
      };
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          to: components['schemas']['MarketStatus'];
          reason: string;
          /** @default false */
          acceptWarnings?: boolean;
          acceptedWarnings?: string[];
        };
      };
    };
    responses: {
      /** @description Move a market along its life cycle */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpsMarket'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketTransitionNotAllowed`: The market cannot move to that state from here. `MarketNotReady`: Something keeps the market from opening. `ConcurrentModification`: Somebody else changed it first. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotTheWriterRegion`: Another region writes this data. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMarketVersions: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every version of a market, newest first: what changed it, who and why */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MarketVersionPage'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotTheWriterRegion`: Another region writes this data. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getMarketVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
        version: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A market as it was at one version */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MarketAtVersion'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `MarketVersionNotFound`: The market never had that version. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotTheWriterRegion`: Another region writes this data. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  rollbackMarket: {
    parameters: {
      query?: never;
      header?: {
        'If-Match'?: string;
      };
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RollbackMarket'];
      };
    };
    responses: {
      /** @description Take up the definition of an earlier version again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpsMarket'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `MarketVersionNotFound`: The market never had that version. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ConcurrentModification`: Somebody else changed it first. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotTheWriterRegion`: Another region writes this data. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  diffMarket: {
    parameters: {
      query: {
        against: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What differs between a market and another, or an earlier version of itself */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MarketDiff'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `MarketVersionNotFound`: The market never had that version. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotTheWriterRegion`: Another region writes this data. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  planMarket: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PlanMarket'];
      };
    };
    responses: {
      /** @description What a definition and its rate tables would change for buyers, without changing it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MarketPlan'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReadiness: {
    parameters: {
      query?: {
        /** @description The day it is to open; today when left out. */
        date?: string;
        atVersion?: number;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What is ready of a market, what warns and what blocks its opening */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Readiness'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getServiceReadiness: {
    parameters: {
      query?: {
        /** @description The day it is to open; today when left out. */
        date?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
        service: 'catalog' | 'pricing';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What one service knows of a market’s readiness */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceReadiness'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listReadinessItems: {
    parameters: {
      query?: {
        /** @description The day it is to open; today when left out. */
        date?: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
        check:
          | 'gradeWording'
          | 'translations'
          | 'legalTexts'
          | 'shipping'
          | 'payments'
          | 'withdrawalFunction'
          | 'guaranteeNotice'
          | 'priorPrice'
          | 'unverifiedValues'
          | 'taxRates'
          | 'feeTables'
          | 'charmRule'
          | 'examples'
          | 'fxFreshness'
          | 'prices'
          | 'offerTerms'
          | 'stock'
          | 'sellers';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Everything that fails one check */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadinessItems'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putMarketExamples: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        market: components['schemas']['MarketCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          market: components['schemas']['MarketCode'];
          signedBy: string;
          /** Format: date */
          signedOn: string;
          examples: {
            claim: string;
            /** Format: date-time */
            at: string;
            shipTo: {
              country: string;
              region?: string;
              city?: string;
              postalCode?: string;
            };
            buyer?: {
              vatId: string;
              /** @enum {string} */
              vatIdStatus: 'valid' | 'invalid' | 'unchecked';
            };
            shippingMethod?: string;
            lines: {
              /**
               * @default smartphone
               * @enum {string}
               */
              category?: 'smartphone' | 'tablet' | 'laptop' | 'desktop' | 'wearable' | 'tv' | 'console' | 'other';
              unitPrice: string;
              /** @default 1 */
              quantity?: number;
              /** @default REGULAR */
              vatScheme?: components['schemas']['VatScheme'];
              unitCosts?: string[];
              shipsFrom?: string;
              shipsFromPostalCode?: string;
              sellerEstablishedIn?: string;
              screenInches?: number;
              storageGb?: number;
            }[];
            expect:
              | {
                  totals: {
                    net: string;
                    tax: string;
                    fees: string;
                    shipping: string;
                    gross: string;
                  };
                  lineTaxes?: string[];
                  taxLines?: {
                    [key: string]: string;
                  };
                  fees?: {
                    [key: string]: string;
                  };
                  levies?: {
                    [key: string]: string;
                  };
                  treatment?: components['schemas']['TaxTreatment'];
                  /** @enum {string} */
                  responsibility?: 'SELLER' | 'MARKETPLACE';
                  precision?: string;
                  marginTax?: string;
                }
              | {
                  rejection: string;
                  field: string;
                };
          }[];
        };
      };
    };
    responses: {
      /** @description Store the worked examples finance signed for a market */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExamplesStored'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importProducts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description application/x-ndjson, each line a Product without `version`. */
    requestBody: {
      content: {
        'application/x-ndjson': string;
      };
    };
    responses: {
      /** @description Create or update products from an NDJSON stream, one product a line */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProductImportResult'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotTheWriterRegion`: Another region writes this data. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOpsProduct: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        productId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A product as it stands, what is merged into it, and who decided what about it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpsProduct'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ProductNotFound`: There is no such product. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  mergeProduct: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        productId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          into: string;
          /** @description Kept with who decided and when. */
          reason: string;
        };
      };
    };
    responses: {
      /** @description Declare a product a duplicate of another */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProductCuration'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ProductNotFound`: There is no such product. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ProductMerged`: The product was merged into another. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotTheWriterRegion`: Another region writes this data. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MergeRejected`: These products cannot be merged. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  splitProduct: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        productId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          variantIds: string[];
          product?: {
            model: string;
            slug: string;
            names: {
              en: string;
            } & {
              [key: string]: string;
            };
          };
          /** @description Kept with who decided and when. */
          reason: string;
        };
      };
    };
    responses: {
      /** @description Take variants out of a product */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProductCuration'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ProductNotFound`: There is no such product. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ProductMerged`: The product was merged into another. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotTheWriterRegion`: Another region writes this data. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `SplitRejected`: The product cannot be split that way. `ContentForbidden`: The law forbids a word of this text. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  publishProduct: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        productId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          markets: {
            market: components['schemas']['MarketCode'];
            /** Format: date-time */
            publishedFrom?: string;
            /** Format: date-time */
            publishedTo?: string;
          }[];
          /** @description Kept with who decided and when. */
          reason: string;
        };
      };
    };
    responses: {
      /** @description Say since when and until when each market shows a product */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProductCuration'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ProductNotFound`: There is no such product. `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotTheWriterRegion`: Another region writes this data. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listMissingTranslations: {
    parameters: {
      query: {
        locale: string;
        /** @description One kind, or several separated by commas: wording, colour.name, product.name, product.slug, product.description. */
        kind?: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What a language lacks */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MissingTranslations'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportTranslations: {
    parameters: {
      query: {
        locale: string;
        only?: 'missing' | 'all';
        /** @description One kind, or several separated by commas: colour.name, product.name, product.slug, product.description. */
        kind?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Texts to translate into a language, as CSV */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importTranslations: {
    parameters: {
      query?: {
        dryRun?: 'true' | 'false';
        /** @description Kept with who imported them and when. */
        reason?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description text/csv in UTF-8. */
    requestBody: {
      content: {
        'text/csv': string;
      };
    };
    responses: {
      /** @description Take in translations from a CSV file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TranslationImport'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotTheWriterRegion`: Another region writes this data. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listFxRates: {
    parameters: {
      query?: {
        /** @description Who published the rates. */
        source?: 'ecb';
        /** @description Today when left out. */
        date?: string;
        currency?: string;
        quote?: 'previous' | 'next';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The rates that count for a day */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FxRateList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importFxRates: {
    parameters: {
      query?: {
        /** @description Who published the rates. */
        source?: 'ecb';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The file as published. */
    requestBody: {
      content: {
        'application/xml': string;
        'text/xml': string;
        'text/csv': string;
        'application/x-ndjson': string;
      };
    };
    responses: {
      /** @description Store reference rates from a file of their publisher */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FxImport'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FxRatesRejected`: The file of exchange rates cannot be read. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPriceProposals: {
    parameters: {
      query?: {
        /** @description Only those for this market. */
        market?: components['schemas']['MarketCode'];
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sets of proposed prices, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceProposalPage'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  proposePrices: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          fromMarket: components['schemas']['MarketCode'];
          toMarket: components['schemas']['MarketCode'];
          /**
           * Format: date
           * @description Day of the rates; today when left out.
           */
          date?: string;
          /**
           * @description Who published the rates.
           * @default ecb
           * @enum {string}
           */
          source?: 'ecb';
          /** @default 0 */
          marginPpm?: number;
          /** @default 250000 */
          outlierPpm?: number;
          /** @default 200 */
          limit?: number;
          /**
           * Format: uuid
           * @description Offers after this one.
           */
          after?: string;
        };
      };
    };
    responses: {
      /** @description What offers of one market could cost in another, where they are not sold yet */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceProposals'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FxRateMissing`: There is no exchange rate for that day. `FxRateStale`: The exchange rate is too old. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPriceProposal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A set of proposed prices: its terms, state and counts */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceProposal'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PriceProposalNotFound`: There is no such set of proposed prices. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  beginPriceProposal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BeginPriceProposal'];
      };
    };
    responses: {
      /** @description Propose prices for every offer of one market in another, to be reviewed */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceProposal'];
        };
      };
      /** @description Propose prices for every offer of one market in another, to be reviewed */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceProposal'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ConcurrentModification`: Somebody else changed it first. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MarketInOtherRegion`: Another region serves this market. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FxRateMissing`: There is no exchange rate for that day. `FxRateStale`: The exchange rate is too old. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPriceProposalRows: {
    parameters: {
      query?: {
        only?:
          | 'all'
          | 'toApply'
          | 'outlier'
          | 'belowCost'
          | 'belowMin'
          | 'blocked'
          | 'optedOut'
          | 'excluded'
          | 'edited'
          | 'applied'
          | 'skipped';
        seller?: string;
        sort?: 'offer' | 'deviation';
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Proposed prices, by offer or the farthest from their reference first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceProposalRows'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PriceProposalNotFound`: There is no such set of proposed prices. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPriceProposalHistogram: {
    parameters: {
      query?: {
        buckets?: number;
      };
      header?: never;
      path: {
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How far proposed prices are from their references, in buckets */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceProposalHistogram'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PriceProposalNotFound`: There is no such set of proposed prices. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  editPriceProposal: {
    parameters: {
      query?: never;
      header?: {
        'If-Match'?: string;
      };
      path: {
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EditPriceProposal'];
      };
    };
    responses: {
      /** @description Change proposed prices, or leave rows out, one or all that answer to a filter */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceProposalEdited'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PriceProposalNotFound`: There is no such set of proposed prices. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PriceProposalNotInThatState`: The proposed prices are not in a state for that. `ConcurrentModification`: Somebody else changed it first. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  decidePriceProposal: {
    parameters: {
      query?: never;
      header?: {
        'If-Match'?: string;
      };
      path: {
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecidePriceProposal'];
      };
    };
    responses: {
      /** @description Approve proposed prices, or discard them */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceProposal'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PriceProposalNotFound`: There is no such set of proposed prices. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PriceProposalNotInThatState`: The proposed prices are not in a state for that. `PriceProposalBelowCost`: Some of these prices are below what the goods cost. `ConcurrentModification`: Somebody else changed it first. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putTaxTable: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tableId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              id: string;
              /** @constant */
              regime: 'eu-vat';
              version: string;
              sources: {
                [key: string]: {
                  title: string;
                  /** Format: date */
                  date: string;
                  licence?: string;
                  url?: string;
                  note?: string;
                };
              };
              countries: {
                country: string;
                name: string;
                vatIdPrefix: string;
                timeZone: string;
                standard: {
                  ratePpm: number;
                  /** Format: date */
                  validFrom: string;
                  /** Format: date */
                  validTo?: string;
                  source: string;
                  flags?: (
                    'unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax'
                  )[];
                }[];
                addressedAs?: {
                  country: string;
                  postalCodes: string[];
                };
                domesticReverseCharge?: {
                  categories: string[];
                  minTaxable: string;
                  currency: string;
                  /** Format: date */
                  validFrom: string;
                  /** Format: date */
                  validTo?: string;
                  source: string;
                  flags?: (
                    'unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax'
                  )[];
                }[];
              }[];
              territories: {
                id: string;
                name: string;
                country: string;
                isoCodes?: string[];
                postalCodes?: string[];
                sharedPostalCodes?: {
                  postalCodes: string[];
                  cities: string[];
                };
                /** @enum {string} */
                status: 'outside' | 'sameRate' | 'ownRate';
                standard?: {
                  ratePpm: number;
                  /** Format: date */
                  validFrom: string;
                  /** Format: date */
                  validTo?: string;
                  source: string;
                  flags?: (
                    'unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax'
                  )[];
                }[];
                source: string;
                flags?: ('unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax')[];
              }[];
            }
          | {
              id: string;
              /** @constant */
              regime: 'us-sales-tax';
              version: string;
              country: string;
              sources: {
                [key: string]: {
                  title: string;
                  /** Format: date */
                  date: string;
                  licence?: string;
                  url?: string;
                  note?: string;
                };
              };
              states: {
                state: string;
                name: string;
                fips: string;
                timeZone: string;
                zips: string[];
                rates: {
                  ratePpm: number;
                  /** Format: date */
                  validFrom: string;
                  /** Format: date */
                  validTo?: string;
                  source: string;
                  flags?: (
                    'unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax'
                  )[];
                }[];
                /** @enum {string} */
                rounding: 'perLine' | 'perDocument';
                shippingTaxable: boolean;
                shippingSource: string;
              }[];
              jurisdictions: {
                code: string;
                /** @enum {string} */
                level: 'county' | 'city' | 'special';
                name: string;
                state: string;
                county?: string;
                city?: string;
                rates: {
                  ratePpm: number;
                  /** Format: date */
                  validFrom: string;
                  /** Format: date */
                  validTo?: string;
                  source: string;
                  flags?: (
                    'unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax'
                  )[];
                }[];
              }[];
              areas: {
                name: string;
                state: string;
                zips: string[];
                jurisdictions: string[];
                /** @enum {string} */
                precision: 'zip5' | 'zip9' | 'rooftop';
                source: string;
                flags?: ('unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax')[];
              }[];
              /** @default [] */
              holidays?: {
                id: string;
                name: string;
                state: string;
                startsAt: string;
                endsAt: string;
                categories: string[];
                cap?: string;
                /** @enum {string} */
                capKind?: 'allOrNothing' | 'firstNExempt';
                /** @enum {string} */
                localTaxes: 'joined' | 'optedOut';
                /** @default [] */
                localExceptions?: string[];
                source: string;
                flags?: ('unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax')[];
              }[];
            };
      };
    };
    responses: {
      /** @description Store a table of effective-dated tax rates */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TableStored'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TaxTableRejected`: The tax table breaks a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putFeeTable: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tableId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          id: string;
          version: string;
          name: {
            [key: string]: string;
          };
          jurisdiction: {
            country: string;
            state?: string;
          };
          timeZone: string;
          currency: string;
          /** @enum {string} */
          display: 'added' | 'included';
          categories?: string[];
          exceptShippedFrom?: string[];
          disputed?: {
            id: string;
            question: string;
            categories: string[];
            charged: boolean;
          }[];
          rows: {
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo?: string;
            rule:
              | {
                  /** @constant */
                  kind: 'screenBands';
                  bands: {
                    over?: number;
                    from?: number;
                    under?: number;
                    amount: string;
                  }[];
                  assumeInches: {
                    [key: string]: number;
                  };
                }
              | {
                  /** @constant */
                  kind: 'percentage';
                  ratePpm: number;
                  maxAmount?: string;
                }
              | {
                  /** @constant */
                  kind: 'perOrder';
                  amount: string;
                  minTaxable?: string;
                }
              | {
                  /** @constant */
                  kind: 'storageBands';
                  byCategory: {
                    [key: string]: {
                      upToMb?: number;
                      amount: string;
                    }[];
                  };
                  assumeMb: {
                    [key: string]: number;
                  };
                }
              | {
                  /** @constant */
                  kind: 'productCodes';
                  producerOrganisation: string;
                  byCategory: {
                    [key: string]: {
                      productCode: string;
                      amount: string;
                    };
                  };
                };
            source: string;
            flags?: ('unverified' | 'conflictingSources' | 'temporary' | 'includesMandatoryLocal' | 'noLocalTax')[];
          }[];
          sources: {
            [key: string]: {
              title: string;
              /** Format: date */
              date: string;
              licence?: string;
              url?: string;
              note?: string;
            };
          };
          notes?: string[];
        };
      };
    };
    responses: {
      /** @description Store a table of effective-dated fees and levies */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TableStored'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TaxTableRejected`: The tax table breaks a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importFeeScale: {
    parameters: {
      query: {
        /** @description The first day it holds, in the zone of the table. */
        validFrom: string;
        /** @description Who published it: `ecosystem`, `Ecologic`. */
        producerOrganisation: string;
        /** @description What the document is called, for the record. */
        title: string;
        /** @description The day it was published. */
        published: string;
        /** @description Where it was published. */
        url?: string;
      };
      header?: never;
      path: {
        tableId: string;
      };
      cookie?: never;
    };
    /** @description text/csv */
    requestBody: {
      content: {
        'text/csv': string;
      };
    };
    responses: {
      /** @description Take in the scale of a producer organisation, such as that of the French éco-participation */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FeeScaleImport'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FeeTableNotFound`: There is no such fee table. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `FeeScaleRejected`: The scale breaks a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getVoucher: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A voucher as it stands */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Voucher'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `VoucherNotFound`: No such voucher was ever defined. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putVoucher: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutVoucher'];
      };
    };
    responses: {
      /** @description Define what a voucher code takes off */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Voucher'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `VoucherRejected`: The voucher breaks a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listTaxRateImports: {
    parameters: {
      query?: {
        state?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The newest imports of tax rates, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaxRateImportList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importTaxRates: {
    parameters: {
      query: {
        format: 'avalara-zip5' | 'sst-rates' | 'sst-boundaries';
        state: string;
        /** @description What the file is of: a month of avalara-zip5, a quarter of the others. */
        period: string;
        fileName?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description text/csv, as its publisher made it */
    requestBody: {
      content: {
        'text/csv': string;
      };
    };
    responses: {
      /** @description Take in a file of local sales tax rates */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaxRateImport'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TaxRatesRejected`: This file of tax rates cannot be taken in. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getTaxRateImport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What became of an import of tax rates */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaxRateImport'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TaxRateImportNotFound`: There is no such import. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOwnQuality: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How your sales went: rates with their bounds, by month of dispatch, and what is taken down for them */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SellerQuality'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `SellerNotRegistered`: This seller is not registered in this region. `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSellers: {
    parameters: {
      query?: {
        status?: components['schemas']['SellerState'];
        sort?: 'name' | 'failureRate';
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sellers of the region */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SellerPage'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSeller: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sellerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A seller, who they are and what happened to them */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SellerFile'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `SellerNotFound`: There is no such seller. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putSeller: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sellerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          establishedIn: string;
          /** @enum {string} */
          status?: 'applied' | 'active' | 'suspended';
          /** @default false */
          demo?: boolean;
          markets?: components['schemas']['MarketCode'][];
          /** @default 1 */
          handlingDays?: number;
        };
      };
    };
    responses: {
      /** @description Register or change a seller */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Seller'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `SellerTransitionNotAllowed`: The seller cannot move to that state from here. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ContentForbidden`: The law forbids a word of this text. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putSellerIdentity: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sellerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          identity: components['schemas']['SellerIdentity'];
          reason: string;
        };
      };
    };
    responses: {
      /** @description State who a seller is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SellerIdentity'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `SellerNotFound`: There is no such seller. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  transitionSeller: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sellerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          to: components['schemas']['SellerState'];
          reason: string;
        };
      };
    };
    responses: {
      /** @description Verify, open, suspend, reinstate or close a seller */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Seller'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `SellerNotFound`: There is no such seller. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `SellerTransitionNotAllowed`: The seller cannot move to that state from here. `SellerNotVerifiable`: Too little is known of the seller. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSellerQuality: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sellerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How the sales of a seller went, as the seller sees it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SellerQuality'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `SellerNotFound`: There is no such seller. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  overrideQualityGate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sellerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          market: components['schemas']['MarketCode'];
          /** @default null */
          category?: components['schemas']['ProductCategory'] | null;
          /** @default null */
          grade?: components['schemas']['Grade'] | null;
          /** Format: date-time */
          until: string;
          reason: string;
        };
      };
    };
    responses: {
      /** @description Let offers stand that a quality gate took down, or would, until a moment */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QualityOverride'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `SellerNotFound`: There is no such seller. `MarketNotFound`: There is no such market. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPriceLists: {
    parameters: {
      query?: {
        market?: components['schemas']['MarketCode'];
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Price lists, past ones included, in order of id */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceListPage'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPriceList: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        listId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A price list as it stands */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PriceListNotFound`: There is no such price list. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putPriceList: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        listId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PriceListInput'];
      };
    };
    responses: {
      /** @description State a price list: a sale or another price for some offers of a market, for a time */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceList'];
        };
      };
      /** @description State a price list: a sale or another price for some offers of a market, for a time */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OverlappingPriceValidity`: Another price list would tie with this one. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PriceListRejected`: The price list breaks a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deletePriceList: {
    parameters: {
      query: {
        reason: string;
      };
      header?: never;
      path: {
        listId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PriceListNotFound`: There is no such price list. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAudit: {
    parameters: {
      query?: {
        entity?: string;
        from?: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every change of a displayed price, a price list or a market, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditPage'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotTheWriterRegion`: Another region writes this data. */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listOpsWebhooks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where operations and storefronts are told of orders */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhooks'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOpsWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A webhook as it stands */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `WebhookNotFound`: There is no such webhook. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putOpsWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookInput'];
      };
    };
    responses: {
      /** @description Have operations or a storefront told of orders at a URL */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description Have operations or a storefront told of orders at a URL */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `WebhookRejected`: The webhook breaks a rule. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteOpsWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `WebhookNotFound`: There is no such webhook. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listOpsWebhookDeliveries: {
    parameters: {
      query?: {
        state?: 'due' | 'delivered' | 'failed';
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What a webhook was told, newest first, with every attempt */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDeliveries'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `WebhookNotFound`: There is no such webhook. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  replayOpsWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookReplay'];
      };
    };
    responses: {
      /** @description Send messages of the last 30 days again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookReplayed'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `WebhookNotFound`: There is no such webhook. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  refundOrder: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        market: components['schemas']['MarketCode'];
        orderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RefundOrder'];
      };
    };
    responses: {
      /** @description Give money back: all that is left, or a part */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description Give money back: all that is left, or a part */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description `IdempotencyKeyMissing`: An Idempotency-Key header is needed. `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OrderNotFound`: There is no such order. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `OrderNotRefundable`: The order has nothing to refund. `IdempotencyKeyInUse`: A request with this Idempotency-Key is still running. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `LineNotFound`: The order has no such line. `RefundExceedsPaid`: More than is still paid. `AmountInvalid`: Not an amount of the order’s currency. `IdempotencyKeyReused`: The Idempotency-Key was used with another request. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSales: {
    parameters: {
      query?: {
        market?: components['schemas']['MarketCode'];
        kind?: 'sale' | 'refund';
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Confirmed sales and refunds of every region this one hears, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SalesList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listLedger: {
    parameters: {
      query?: {
        /** @description A company of the books; the first when left out. */
        entity?: string;
        account?: string;
        /** @description Whose or which: a seller, a country, `psp EUR`. */
        aux?: string;
        period?: string;
        orderId?: string;
        kind?: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Postings of one company, in the order of their chain */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LedgerPage'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getTrialBalance: {
    parameters: {
      query?: {
        /** @description A company of the books; the first when left out. */
        entity?: string;
        /** @description Movements of this month over the balances before it; all of time when left out. */
        period?: string;
        /** @description As it stood at this moment: what was booked later is left out. */
        asOf?: string;
        /** @description Late facts in the month that was open for them, or in the month they happened in. */
        view?: 'asReported' | 'asOfNow';
        detail?: 'account' | 'aux';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What stands on each account of one company */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TrialBalance'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  streamOpsEvents: {
    parameters: {
      query?: {
        /** @description Only these, with commas between them: market, seller, deadLetters. */
        topics?: string;
      };
      header?: {
        /** @description The `id` of the last event that arrived. */
        'Last-Event-Id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What changes, as it happens */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listSettlementFiles: {
    parameters: {
      query?: {
        account?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Imported settlement files and bank statements, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettlementFileList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importSettlementFile: {
    parameters: {
      query: {
        /** @description Whose account it is of, as `markets/finance/settlement-accounts.yaml` names it. */
        account: string;
        format: 'stripe-payout-reconciliation' | 'stripe-balance' | 'adyen-settlement-details' | 'camt.053';
        /** @description The name its publisher gave the file. */
        fileName: string;
        /** @description Lines before this day are refused. A year ago when left out. */
        oldest?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description text/csv or XML, as its publisher made it */
    requestBody: {
      content: {
        'text/csv': string;
        'application/xml': string;
        'text/xml': string;
      };
    };
    responses: {
      /** @description Take in a settlement report of a payment provider, or a bank statement */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettlementFile'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `SettlementFileRejected`: This file cannot be read into that account. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSettlementFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        fileId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What became of a settlement file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettlementFile'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `SettlementFileNotFound`: There is no such file. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reconcile: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * Format: date-time
           * @description Now when left out.
           */
          asOf?: string;
        };
      };
    };
    responses: {
      /** @description Compare orders, payment providers, payouts and banks */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Reconciliation'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listReconciliations: {
    parameters: {
      query?: {
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Reconciliations, newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReconciliationList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReconciliation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One reconciliation */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Reconciliation'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ReconciliationNotFound`: There is no such reconciliation. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listBreaks: {
    parameters: {
      query?: {
        type?: 'missing_internal' | 'missing_external' | 'amount' | 'currency' | 'duplicate' | 'timing' | 'fee' | 'fx';
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        runId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What a reconciliation found */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BreakList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ReconciliationNotFound`: There is no such reconciliation. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listExceptions: {
    parameters: {
      query?: {
        state?: 'open' | 'proposed' | 'resolved' | 'cleared';
        type?: 'missing_internal' | 'missing_external' | 'amount' | 'currency' | 'duplicate' | 'timing' | 'fee' | 'fx';
        owner?: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Differences that somebody has to settle, oldest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExceptionList'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  assignException: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        exceptionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          owner: string | null;
        };
      };
    };
    responses: {
      /** @description Say who looks after an exception */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReconciliationException'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ExceptionNotFound`: There is no such exception. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  proposeResolution: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        exceptionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          action: 'accept' | 'adjust' | 'claim';
          why: string;
        };
      };
    };
    responses: {
      /** @description Propose how an exception is settled */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReconciliationException'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ExceptionNotFound`: There is no such exception. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ExceptionNotInThatState`: Somebody else dealt with the exception first. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ExceptionNotAdjustable`: No entry of the ledger settles this exception. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  decideResolution: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        exceptionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          approved: boolean;
        };
      };
    };
    responses: {
      /** @description Approve or turn down what somebody else proposed */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReconciliationException'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ExceptionNotFound`: There is no such exception. `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ExceptionNotInThatState`: Somebody else dealt with the exception first. `SecondPersonNeeded`: Who proposed it cannot decide it. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listDeadLetters: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What every service of the region set aside, grouped by cause */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadLetterOverview'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listServiceDeadLetters: {
    parameters: {
      query?: {
        stackHash?: string;
        state?: 'dead' | 'parked';
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path: {
        service: 'catalog' | 'pricing' | 'inventory' | 'checkout' | 'finance';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What one service set aside, oldest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceDeadLetters'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  replayDeadLetters: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        service: 'catalog' | 'pricing' | 'inventory' | 'checkout' | 'finance';
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReplayDeadLetters'];
      };
    };
    responses: {
      /** @description Apply again what was set aside */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadLettersReplayed'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  dropDeadLetters: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        service: 'catalog' | 'pricing' | 'inventory' | 'checkout' | 'finance';
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DropDeadLetters'];
      };
    };
    responses: {
      /** @description Give up on what was set aside */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadLettersDropped'];
        };
      };
      /** @description `ValidationFailed`: The request does not match its schema. `MalformedJson`: The body is not valid JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Unauthenticated`: A valid token is needed. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `Forbidden`: This token may not do that. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `NotFound`: There is nothing at this address. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `MethodNotAllowed`: This address does not answer that method. */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `PayloadTooLarge`: The body is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `UnsupportedMediaType`: The body is of a type this call does not read. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `TooManyRequests`: Too many requests. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `InternalError`: Something went wrong on our side. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ServiceUnavailable`: A part of the system is not answering. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `DeadlineExceeded`: The answer took longer than allowed. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
