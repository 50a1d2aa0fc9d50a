<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\SameClient;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\Wording\SameClientText;

/**
 * The customer that was made for an order is a client whom the owner had already. Both routes ask Sellsy.
 *
 * @phpstan-type SameClientChoiceAnswer array{
 *     type: value-of<CustomerType>,
 *     // Of the company or individual at Sellsy.
 *     id: PositiveInt,
 *     name: string,
 *     email: string,
 *     reference: string,
 *     siret: string,
 * }
 * @phpstan-type SameClientAnswer array{
 *     // This shop made a customer for the order.
 *     offered: bool,
 *     // Clients in Sellsy with the e-mail address of the order, but that one.
 *     clients: list<SameClientChoiceAnswer>,
 *     // What choosing one leads to.
 *     follows: string,
 *     // What then becomes final; empty where nothing does.
 *     final: list<string>,
 *     // Of what becomes final; empty where nothing does.
 *     total: string,
 * }
 */
final class SameClientController extends BaseController {

	public function __construct(
		private readonly SameClient $same,
		private readonly SameClientText $texts,
		private readonly Ledger $ledger,
	) {}

	public function routes(): array {
		$path = self::ORDER . '/same-client';
		return [
			$this->get( $path, 'same-client', $this->look( ... ) ),
			$this->post( $path, 'same-client', $this->say( ... ), 'same-client-request' ),
		];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function look( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$order = wc_get_order( $this->id( $request ) );
		return $order instanceof \WC_Order
			? $this->answer( 'same-client', $this->asked( $order ) )
			: Refusal::not_found();
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function say( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$said  = new Values( (array) $request->get_json_params() + $request->get_body_params() );
		$type  = CustomerType::tryFrom( $said->text( 'type', '' ) );
		$order = wc_get_order( $this->id( $request ) );
		if ( $type === null || ! $order instanceof \WC_Order ) {
			return Refusal::not_found();
		}
		$fresh = $this->what_follows( $order );
		if ( $fresh['total'] !== '' && $said->text( 'confirmed', '' ) !== $fresh['total'] ) {
			return Refusal::not_confirmed( $fresh );
		}
		return $this->same->say( $order->get_id(), new CustomerRef( $type, $said->id( 'id', null ) ?? 0 ) )
			? $this->answer( 'same-client', $this->asked( $order ) )
			: Refusal::changed(
				__( 'Nothing was changed: this is not (any more) one of the clients to choose from.', 'orderinvoicer' )
			);
	}

	/**
	 * @return SameClientAnswer
	 * @throws RemoteFailure
	 */
	private function asked( \WC_Order $order ): array {
		$is_offered = $this->same->is_offered( $order->get_id() );
		return [
			'offered' => $is_offered,
			'clients' => $is_offered
				? array_map( self::client( ... ), $this->same->candidates( $order->get_id() ) )
				: [],
		] + $this->what_follows( $order );
	}

	/** @return array{follows: string, final: list<string>, total: string} */
	private function what_follows( \WC_Order $order ): array {
		$rows  = $this->ledger->for_order( $order->get_id() );
		$final = $this->texts->becomes_final( $rows, $order );
		return [
			'follows' => $this->texts->follows( $rows ),
			'final'   => $final,
			'total'   => $final === [] ? '' : $this->same->total( $order->get_id() ),
		];
	}

	/** @return SameClientChoiceAnswer */
	private static function client( RemoteCustomer $client ): array {
		return [
			'type'      => $client->ref->type->value,
			'id'        => $client->ref->id,
			'name'      => $client->name,
			'email'     => $client->email,
			'reference' => $client->reference,
			'siret'     => $client->siret,
		];
	}
}
