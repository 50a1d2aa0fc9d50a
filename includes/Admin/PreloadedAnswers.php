<?php

declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;

/**
 * Answers of the REST API that come with the page, because every tab or the first one needs them. What only one tab
 * shows is requested early. None of them asks Sellsy.
 */
final class PreloadedAnswers {

	private const PATHS = [
		'/orderinvoicer/v1/settings',
		'/orderinvoicer/v1/connection',
		'/orderinvoicer/v1/status',
		'/orderinvoicer/v1/overview',
		'/orderinvoicer/v1/shop',
		'/orderinvoicer/v1/shipped-signs', // Asks the database nothing, and stands in the middle of its tab.
	];

	private const HISTORY = [ '/orderinvoicer/v1/history?page=1&per_page=20', '/orderinvoicer/v1/history/about' ];

	/**
	 * What one tab alone shows. The tab stands behind `#`, where PHP does not see it: the browser asks before the app
	 * is there.
	 */
	private const OF_TABS = [
		'todo'        => [ '/orderinvoicer/v1/todo?page=1&per_page=20' ],
		'history'     => self::HISTORY,
		'tasks'       => self::HISTORY, // Its former name: bookmarks and mails hold it.
		'log'         => [ '/orderinvoicer/v1/tasks?page=1&per_page=20' ],
		'settings'    => [ '/orderinvoicer/v1/owner-emails' ],
		'emails'      => [ '/orderinvoicer/v1/owner-emails', '/orderinvoicer/v1/customer-emails' ],
		'orders'      => [ '/orderinvoicer/v1/backfill' ],
		'diagnostics' => [ '/orderinvoicer/v1/diagnostics' ],
	];

	/**
	 * By path, the lists of the account that it needs, and the tabs that show it: asked so early only while these are
	 * kept.
	 */
	private const WITH_LISTS = [
		'/orderinvoicer/v1/sellsy'        => [
			[ 'taxes', 'rate_categories', 'staffs', 'models', 'payment_terms', 'v1' ],
			[ 'settings', 'documents', 'statuses', 'products', 'taxes', 'emails' ],
		],
		'/orderinvoicer/v1/tax-proposals' => [ [ 'taxes' ], [ 'taxes' ] ],
	];

	/** Milliseconds for which they count: a tab that is opened later asks anew. */
	private const FOR = 15000;

	private const SCRIPT = <<<'JS'
		( ( preloaded, ofTabs, until ) => {
			const asked = new Map();
			const answer = ( options, next ) => asked.get( options.path ).then(
				( response ) => options.parse === false ? response.clone() : response.clone().json(),
				() => next( options )
			);
			wp.apiFetch.use( ( options, next ) => {
				const isRead = ( options.method ?? 'GET' ) === 'GET' && ! /[?&]refresh=/.test( options.path ?? '' );
				if ( ! isRead ) {
					return next( options ).finally( () => { until = 0; } );
				}
				if ( Date.now() >= until ) {
					return next( options );
				}
				return asked.has( options.path ) ? answer( options, next ) : preloaded( options, next );
			} );
			const [ , tab ] = /^#\/?([a-z]+)(\/|$)/.exec( location.hash ) ?? [];
			( ofTabs[ tab ] ?? [] ).forEach( ( path ) => asked.set( path, wp.apiFetch( { path, parse: false } ) ) );
			asked.forEach( ( response ) => response.catch( () => {} ) );
		} )( wp.apiFetch.createPreloadingMiddleware( %1$s ), %2$s, Date.now() + %3$d );
		JS;

	/** @param \Closure(): Account $account */
	public function __construct( private readonly \Closure $account ) {}

	/** JavaScript to follow `wp-api-fetch`. What a person changes ends what was read before. */
	public function script(): string {
		$answers = array_reduce( self::PATHS, $this->with_answer( ... ), [] );
		return sprintf( self::SCRIPT, $this->json( $answers ), $this->json( $this->of_tabs() ), self::FOR );
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

	/** @return array<string, list<string>> paths by tab. */
	private function of_tabs(): array {
		$of_tabs = self::OF_TABS;
		$kept    = ( $this->account )()->kept_lists();
		foreach ( self::WITH_LISTS as $path => [ $needed, $tabs ] ) {
			foreach ( array_diff( $needed, $kept ) === [] ? $tabs : [] as $tab ) {
				$of_tabs[ $tab ][] = $path;
			}
		}
		return $of_tabs;
	}

	/** @param array<mixed> $value */
	private function json( array $value ): string {
		return (string) wp_json_encode( $value, JSON_HEX_TAG | JSON_UNESCAPED_SLASHES );
	}
}
