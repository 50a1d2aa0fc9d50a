<?php

declare( strict_types=1 );

namespace OrderInvoicer\Admin;

use OrderInvoicer\Application\Ports\Account;

defined( 'ABSPATH' ) || exit;

/** Answers of the REST API that come with the page, so that its tabs open without waiting. None of them asks Sellsy. */
final class PreloadedAnswers {

	private const PATHS = [
		'/orderinvoicer/v1/settings',
		'/orderinvoicer/v1/connection',
		'/orderinvoicer/v1/status',
		'/orderinvoicer/v1/overview',
		'/orderinvoicer/v1/shop',
		'/orderinvoicer/v1/shipped-signs',
		'/orderinvoicer/v1/backfill',
		'/orderinvoicer/v1/syncs?page=1&per_page=25',
		'/orderinvoicer/v1/diagnostics',
	];

	/** By path, the lists of the account that it needs: it comes with the page while these are kept. */
	private const WITH_LISTS = [
		'/orderinvoicer/v1/sellsy'          => [ 'taxes', 'rate_categories', 'staffs', 'models', 'payment_terms', 'v1' ],
		'/orderinvoicer/v1/tax-proposals'   => [ 'taxes' ],
		'/orderinvoicer/v1/payment-methods' => [ 'payment_methods' ],
	];

	/** Milliseconds for which they count: a tab that is opened later asks anew. */
	private const FOR = 15000;

	public function __construct( private readonly Account $account ) {}

	/** JavaScript to follow `wp-api-fetch`. */
	public function script(): string {
		$answers = array_reduce( $this->paths(), 'rest_preload_api_request', [] );
		return sprintf( '( ( preloaded, until ) => wp.apiFetch.use( ( options, next ) => Date.now() < until ? preloaded( options, next ) : next( options ) ) )( wp.apiFetch.createPreloadingMiddleware( %1$s ), Date.now() + %2$d );', (string) wp_json_encode( $answers, JSON_HEX_TAG | JSON_UNESCAPED_SLASHES ), self::FOR );
	}

	/** @return list<string> */
	private function paths(): array {
		$kept = $this->account->kept_lists();
		return [ ...self::PATHS, ...array_keys( array_filter( self::WITH_LISTS, static fn ( array $needed ): bool => array_diff( $needed, $kept ) === [] ) ) ];
	}
}
