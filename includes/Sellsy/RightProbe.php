<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RightState;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;
use OrderInvoicer\Sellsy\Rights\RouteScopes;

/**
 * Rights to write that no dry run shows, tried on a document, product, customer or payment that no account has, by
 * calls that create nothing whatever is answered. Inferred: Sellsy does not say whether it looks for the right before
 * it looks for the document. Where it does, 403 says that the right is missing, and "there is no such document" that it
 * is there. Where it does not, the first real refusal shows it.
 *
 * @assumes rights-before-objects
 */
final class RightProbe {

	/** The largest id that Sellsy's integers hold. */
	private const NOBODYS = 2_147_483_647;

	public function __construct( private readonly SellsyClient $client ) {}

	/**
	 * @param array<string, RightState> $known by name: a refusal of two rights says which one only where the other was
	 *                                         seen.
	 * @throws RemoteFailure where Sellsy refuses the access itself or allows no more requests.
	 */
	public function state( string $name, array $known ): RightState {
		$request = $this->request( $name );
		if ( $request === null ) {
			return RightState::Unseen;
		}
		try {
			$this->client->send( $request->as_trial() );
		} catch ( RemoteFailure $failure ) {
			return match ( true ) {
				in_array(
					$failure->kind,
					[ FailureKind::Unauthorized, FailureKind::RateLimited, FailureKind::NotSent ],
					true
				) => throw $failure,
				// A proxy or firewall may have answered.
				$failure->kind === FailureKind::OutcomeUnknown => RightState::Unseen,
				$failure->status === 403 => $this->others_are_seen( $request, $name, $known )
					? RightState::Missing
					: RightState::Unseen,
				in_array( $failure->status, [ 400, 404 ], true ) => RightState::Seen,
				default => RightState::Unseen,
			};
		}
		return RightState::Unseen; // Sellsy found what nobody has: whatever that means.
	}

	private function request( string $name ): ?ApiRequest {
		$id = [ 'id' => self::NOBODYS ];
		return match ( $name ) {
			'invoices.write'        => ApiRequest::post( '/deposit-invoices/prepare', $this->deposit() ),
			'invoices.validate'     => ApiRequest::post( '/invoices/{id}/validate', [], $id ),
			'credit-notes.write'    => ApiRequest::put( '/credit-notes/{id}', [], $id ),
			'credit-notes.validate' => ApiRequest::post( '/credit-notes/{id}/validate', [], $id ),
			'items.write'           => ApiRequest::put( '/items/{id}', [], $id ),
			'companies.write'       => ApiRequest::put( '/companies/{id}', [], $id ),
			'individuals.write'     => ApiRequest::put( '/individuals/{id}', [], $id ),
			'contacts.write'        => ApiRequest::put( '/contacts/{id}', [], $id ),
			'orders.write'          => ApiRequest::put( '/orders/{id}', [], $id ),
			'estimates.write'       => ApiRequest::put( '/estimates/{id}/status', [ 'status' => 'draft' ], $id ),
			'webhooks.write'        => ApiRequest::put( '/webhooks/{id}', [], $id ),
			'payments.write'        =>
				ApiRequest::post( '/invoices/{documentId}/payments/{paymentId}', [ 'amount' => 1 ], $this->payment() ),
			default                 => null,
		};
	}

	/** @return array<string, mixed> */
	private function deposit(): array {
		return [
			'parent'  => [
				'type' => 'order',
				'id'   => self::NOBODYS,
			],
			'percent' => 1,
		];
	}

	/** @return array<string, int> */
	private function payment(): array {
		return [
			'documentId' => self::NOBODYS,
			'paymentId'  => self::NOBODYS,
		];
	}

	/** @param array<string, RightState> $known */
	private function others_are_seen( ApiRequest $request, string $name, array $known ): bool {
		$others = array_diff( RouteScopes::rights( $request->route() ), [ $name ] );
		return array_filter(
			$others,
			static fn ( string $other ): bool => ( $known[ $other ] ?? null ) !== RightState::Seen
		) === [];
	}
}
