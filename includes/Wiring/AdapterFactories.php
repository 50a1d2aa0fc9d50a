<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Admin\ExemptionsNotice;
use OrderInvoicer\Admin\Help;
use OrderInvoicer\Admin\Notices;
use OrderInvoicer\Admin\Obstacle;
use OrderInvoicer\Admin\PreloadedAnswers;
use OrderInvoicer\Domain\Account\ShopCodeConflicts;
use OrderInvoicer\Domain\Account\SiteCopy;
use OrderInvoicer\Domain\Assumptions\AccountFindings;
use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Assumptions\Observations;
use OrderInvoicer\Domain\FollowUps\EditsSeen;
use OrderInvoicer\Domain\Taxes\EarlierExemptions;
use OrderInvoicer\Features\Doctor\Kept\OptionRecords;
use OrderInvoicer\Features\ShopperDocuments\Rules\ShopperDocuments;
use OrderInvoicer\Features\ShopperDocuments\VisibleDocuments;
use OrderInvoicer\Rest\Routes;
use OrderInvoicer\Sellsy\Auth\AuthorizedTransport;
use OrderInvoicer\Sellsy\Auth\ConsentFlow;
use OrderInvoicer\Sellsy\Auth\TokenProvider;
use OrderInvoicer\Sellsy\Client\CallLog;
use OrderInvoicer\Sellsy\Client\SellsyClient;
use OrderInvoicer\Sellsy\PdfLink;
use OrderInvoicer\Sellsy\Resources\Documents;
use OrderInvoicer\Sellsy\SellsyFiles;
use OrderInvoicer\Sellsy\Transport\Endpoints;
use OrderInvoicer\Sellsy\Transport\HttpTransport;
use OrderInvoicer\Sellsy\Transport\Patience;
use OrderInvoicer\Sellsy\Transport\QuotaTransport;
use OrderInvoicer\Sellsy\Transport\SeenQuota;
use OrderInvoicer\Sellsy\Transport\WordPressTransport;
use OrderInvoicer\Sellsy\V1\V1Client;
use OrderInvoicer\Sellsy\V1Files;
use OrderInvoicer\WooCommerce\InvoiceToCome;
use OrderInvoicer\WooCommerce\RecentSales;
use OrderInvoicer\WooCommerce\RuleChoices;
use OrderInvoicer\WordPress\Tables\FeatureTable;

/** What does not follow from the type of a constructor's parameter, as in `Composition\Factories`. */
final class AdapterFactories {

	/** By interface, or by parameter: who answers it. */
	public const ANSWERS = [
		HttpTransport::class             => AuthorizedTransport::class,
		'authorized_transport_transport' => QuotaTransport::class,
		'token_endpoint_transport'       => QuotaTransport::class,
		'quota_transport_transport'      => WordPressTransport::class,
	];

	/**
	 * Use cases that an answer to a port needs itself, what a sale asks before the engine is there, and what every
	 * page of wp-admin has before any screen is.
	 */
	public const OWN = [
		SiteCopy::class,
		EditsSeen::class,
		ShopCodeConflicts::class,
		EarlierExemptions::class,
		ShopperDocuments::class,
		AdminPage::class,
		PreloadedAnswers::class,
		Help::class,
		Notices::class,
		Obstacle::class,
		ExemptionsNotice::class,
	];

	/**
	 * What is made for each who asks, because it holds something for one piece of work: seconds that are left, what was
	 * read before it is written, the sales of that moment.
	 */
	public const ANEW = [ SellsyFiles::class, OptionRecords::class, RecentSales::class ];

	/** @return list<class-string<FeatureTable>> */
	public static function schema_features(): array {
		return Features::TABLES;
	}

	public static function consent_flow_redirect_url(): string {
		return ConsentFlow::address();
	}

	public static function sellsy_client_api_url( Endpoints $endpoints ): string {
		return $endpoints->api;
	}

	public static function v1_client_url( Endpoints $endpoints ): string {
		return "$endpoints->v1/";
	}

	public static function document_page_sellsy_app_url( Endpoints $endpoints ): string {
		return $endpoints->app;
	}

	public static function sellsy_pages_sellsy_app_url( Endpoints $endpoints ): string {
		return $endpoints->app;
	}

	public static function own_route_namespace_of_ours(): string {
		return Routes::REST_NAMESPACE;
	}

	public static function owner_texts_page(): string {
		return AdminPage::url();
	}

	/** @return \Closure( \OrderInvoicer\Domain\Settings\Condition ): array<string> */
	public static function rule_text_names(): \Closure {
		return ( new RuleChoices() )->names( ... );
	}

	/**
	 * @param \Closure(): AccountFindings $account_findings
	 * @return \Closure(): bool
	 */
	public static function rights_check_has_no_dry_run( \Closure $account_findings ): \Closure {
		return static fn (): bool => $account_findings()->is_otherwise( Assumption::DryRun );
	}

	/**
	 * Read afresh for each e-mail: a runner sends many.
	 *
	 * @return \Closure(): VisibleDocuments
	 */
	public static function woo_held_emails_visible_documents(
		ShopperDocuments $documents,
		InvoiceToCome $to_come,
	): \Closure {
		return static fn (): VisibleDocuments => new VisibleDocuments( $documents, $to_come );
	}

	/**
	 * A shopper waits for these. A renewal of the token is never cut short, however little patience this one has: the
	 * old one may be used up.
	 */
	public static function sellsy_files(
		SeenQuota $quota,
		TokenProvider $tokens,
		CallLog $log,
		Endpoints $endpoints,
		Observations $observations,
	): SellsyFiles {
		$patience   = new Patience( SellsyFiles::PATIENCE );
		$transport  = new QuotaTransport(
			new WordPressTransport( ORDERINVOICER_VERSION, $patience, SellsyFiles::MOST ),
			$quota
		);
		$authorized = new AuthorizedTransport( $transport, $tokens );
		$client     = new SellsyClient( $authorized, $log, $endpoints->api );
		$link       = static fn ( Assumption $shown ): PdfLink => new PdfLink(
			transport: $transport,
			token: $tokens->access_token( ... ),
			endpoints: $endpoints,
			observations: $observations,
			shown: $shown
		);
		$v1         = new V1Client( $authorized, $log, self::v1_client_url( $endpoints ) );
		return new SellsyFiles(
			new Documents( $client ),
			$link( Assumption::PdfLink ),
			new V1Files( $v1, $link( Assumption::V1File ), $endpoints->app )
		);
	}
}
