<?php

declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;

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
		'/orderinvoicer/v1/sellsy'        => [ 'taxes', 'rate_categories', 'staffs', 'models', 'payment_terms', 'v1' ],
		'/orderinvoicer/v1/tax-proposals' => [ 'taxes' ],
	];

	/** Milliseconds for which they count: a tab that is opened later asks anew. */
	private const FOR = 15000;

	private const SCRIPT = <<<'JS'
		( ( preloaded, until ) =>
			wp.apiFetch.use( ( options, next ) => {
				const isRead = ( options.method ?? 'GET' ) === 'GET' && ! /[?&]refresh=/.test( options.path ?? '' );
				if ( isRead ) {
					return Date.now() < until ? preloaded( options, next ) : next( options );
				}
				return next( options ).finally( () => { until = 0; } );
			} )
		)( wp.apiFetch.createPreloadingMiddleware( %1$s ), Date.now() + %2$d );
		JS;

	public function __construct( private readonly Account $account ) {}

	/** JavaScript to follow `wp-api-fetch`. What a person changes ends what was read before. */
	public function script(): string {
		$answers = array_reduce( $this->paths(), $this->with_answer( ... ), [] );
		return sprintf( self::SCRIPT, (string) wp_json_encode( $answers, JSON_HEX_TAG | JSON_UNESCAPED_SLASHES ), self::FOR );
	}

	/**
	 * A route that fails is asked later, and its own tab says so: the page and the others open all the same.
	 *
	 * @param array<mixed> $answers by path.
	 * @return array<mixed>
	 */
	private function with_answer( array $answers, string $path ): array {
		try {
			return rest_preload_api_request( $answers, $path );
		} catch ( \Throwable ) {
			return $answers;
		}
	}

	/** @return list<string> */
	private function paths(): array {
		$kept = $this->account->kept_lists();
		return [ ...self::PATHS, ...array_keys( array_filter( self::WITH_LISTS, static fn ( array $needed ): bool => array_diff( $needed, $kept ) === [] ) ) ];
	}
}
