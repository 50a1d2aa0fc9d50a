<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

use OrderInvoicer\Application\FailureKind;
use OrderInvoicer\Application\Ports\SettingsStore;
use OrderInvoicer\Application\RemoteFailure;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Sellsy\Resources\Documents;
use OrderInvoicer\Sellsy\V1\V1Errors;
use OrderInvoicer\Sellsy\V1\V1Probe;

defined( 'ABSPATH' ) || exit;

/**
 * Which rights are missing, as far as Sellsy shows it without anything being written: every list is tried, every route
 * with a dry run (`verify=true`) is tried, and for the rest Sellsy says what the connected person may do
 * (`GET /staffs/me?embed[]=acl`). A scope that only a writing route needs shows at its first use.
 */
final class RightsCheck {

	/** What every shop's connection may do, by Sellsy's name in `_embed.acl`. */
	private const PRIVILEGES = [
		'create_invoices'   => 'POST /invoices',
		'validate_invoices' => 'POST /invoices/{id}/validate',
		'create_items'      => 'POST /items',
	];

	/** What is needed for the other documents only where the owner wants them. */
	private const PRIVILEGES_OF = [
		'estimate'   => [ 'create_estimates' => 'POST /estimates' ],
		'order'      => [ 'create_orders' => 'POST /orders' ],
		'creditnote' => [
			'create_credit_notes'   => 'POST /credit-notes',
			'validate_credit_notes' => 'POST /credit-notes/{id}/validate',
		],
	];

	public function __construct(
		private readonly SellsyClient $client,
		private readonly V1Probe $v1,
		private readonly SettingsStore $settings,
	) {}

	/**
	 * @return list<array{route: string, scope: string}>
	 * @throws RemoteFailure other than AccountBlocked.
	 */
	public function missing(): array {
		$kinds   = $this->wanted();
		$refused = [];
		foreach ( [ ...$this->harmless(), ...$this->searches( $kinds ) ] as $request ) {
			if ( $this->is_refused( $request ) ) {
				$refused[] = $request->route();
			}
		}
		return array_map(
			static fn( string $route ): array => [
				'route' => $route,
				'scope' => RouteScopes::of( $route ),
			],
			array_values( array_unique( [ ...$refused, ...$this->without_privilege( $kinds ), ...$this->without_v1( $kinds ) ] ) )
		);
	}

	/** @return list<DocumentKind> */
	private function wanted(): array {
		$settings = $this->settings->get();
		return array_values( array_filter( DocumentKind::cases(), static fn( DocumentKind $kind ): bool => $settings->workflow( $kind )->enabled ) );
	}

	/**
	 * @param list<DocumentKind> $kinds
	 * @return list<ApiRequest>
	 */
	private function searches( array $kinds ): array {
		$in_v2 = array_filter( $kinds, static fn( DocumentKind $kind ): bool => isset( self::PRIVILEGES_OF[ $kind->value ] ) );
		$paths = array_map( static fn( DocumentKind $kind ): string => Documents::path( $kind, '/search' ), array_values( $in_v2 ) );
		if ( $this->settings->get()->payments->enabled ) {
			$paths[] = '/payments/search';
		}
		return array_map( static fn( string $path ): ApiRequest => ApiRequest::search( $path, [], [ 'limit' => 1 ] ), $paths );
	}

	/** @return list<ApiRequest> */
	private function harmless(): array {
		$one     = [ 'limit' => 1 ];
		$dry_run = [ 'verify' => 'true' ];
		return [
			ApiRequest::get( '/staffs', [], $one ),
			ApiRequest::get( '/taxes', [], $one ),
			ApiRequest::get( '/rate-categories', [], $one ),
			ApiRequest::get( '/payment-terms', [], $one ),
			ApiRequest::search( '/documents/models/search', [], $one ),
			ApiRequest::search( '/companies/search', [], $one ),
			ApiRequest::search( '/individuals/search', [], $one ),
			ApiRequest::search( '/contacts/search', [], $one ),
			ApiRequest::search( '/items/search', [], $one ),
			ApiRequest::search( '/invoices/search', [], $one ),
			ApiRequest::post(
				'/companies',
				[
					'type' => 'client',
					'name' => 'Order Invoicer',
				],
				[],
				$dry_run
			),
			ApiRequest::post(
				'/individuals',
				[
					'type'      => 'client',
					'last_name' => 'Order Invoicer',
				],
				[],
				$dry_run
			),
			ApiRequest::post( '/contacts', [ 'last_name' => 'Order Invoicer' ], [], $dry_run ),
		];
	}

	private function is_refused( ApiRequest $request ): bool {
		try {
			$this->client->send( $request );
		} catch ( RemoteFailure $failure ) {
			return match ( $failure->kind ) {
				FailureKind::AccountBlocked => true,
				// A dry run that only lacks a field of the account's own shows the right as well.
				FailureKind::Rejected => false,
				default => throw $failure,
			};
		}
		return false;
	}

	/**
	 * @param list<DocumentKind> $kinds
	 * @return list<string>
	 */
	private function without_privilege( array $kinds ): array {
		$needed = self::PRIVILEGES;
		foreach ( $kinds as $kind ) {
			$needed += self::PRIVILEGES_OF[ $kind->value ] ?? [];
		}
		$acl = $this->client->send( ApiRequest::get( '/staffs/{id}', [ 'id' => 'me' ], [ 'embed' => [ 'acl' ] ] ) )->object( '_embed' )->object( 'acl' );
		return array_values( array_filter( $needed, static fn( string $privilege ): bool => ! $acl->bool( $privilege, true ), ARRAY_FILTER_USE_KEY ) );
	}

	/**
	 * @param list<DocumentKind> $kinds
	 * @return list<string>
	 */
	private function without_v1( array $kinds ): array {
		$only_there = array_filter( $kinds, static fn( DocumentKind $kind ): bool => $kind->needs_v1() );
		return $only_there === [] || $this->v1->answers() ? [] : [ V1Errors::route( 'Document.create' ) ];
	}
}
