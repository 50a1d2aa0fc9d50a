<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

use OrderInvoicer\Application\FailureKind;
use OrderInvoicer\Application\RemoteFailure;

defined( 'ABSPATH' ) || exit;

/**
 * Which rights are missing, as far as Sellsy shows it without anything being written: every list is tried, every route
 * with a dry run (`verify=true`) is tried, and for the rest Sellsy says what the connected person may do
 * (`GET /staffs/me?embed[]=acl`). A scope that only a writing route needs shows at its first use.
 */
final class RightsCheck {

	/** What the invoice workflow may do, by Sellsy's name in `_embed.acl`. */
	private const PRIVILEGES = [
		'create_invoices'   => 'POST /invoices',
		'validate_invoices' => 'POST /invoices/{id}/validate',
		'create_items'      => 'POST /items',
	];

	public function __construct( private readonly SellsyClient $client ) {}

	/**
	 * @return list<array{route: string, scope: string}>
	 * @throws RemoteFailure other than AccountBlocked.
	 */
	public function missing(): array {
		$refused = [];
		foreach ( $this->harmless() as $request ) {
			if ( $this->is_refused( $request ) ) {
				$refused[] = $request->route();
			}
		}
		return array_map(
			static fn( string $route ): array => [
				'route' => $route,
				'scope' => RouteScopes::of( $route ),
			],
			array_values( array_unique( [ ...$refused, ...$this->without_privilege() ] ) )
		);
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

	/** @return list<string> */
	private function without_privilege(): array {
		$acl = $this->client->send( ApiRequest::get( '/staffs/{id}', [ 'id' => 'me' ], [ 'embed' => [ 'acl' ] ] ) )->object( '_embed' )->object( 'acl' );
		return array_values( array_filter( self::PRIVILEGES, static fn( string $privilege ): bool => ! $acl->bool( $privilege, true ), ARRAY_FILTER_USE_KEY ) );
	}
}
