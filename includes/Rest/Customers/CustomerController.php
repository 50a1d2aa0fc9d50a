<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\ChooseCustomer;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Customers\BuyerFacts;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;

/**
 * A person chooses the customer where several at Sellsy may be the buyer.
 *
 * @phpstan-import-type TaskAnswer from TaskView
 *
 * @phpstan-type BuyerAnswer array{
 *     type: value-of<CustomerType>,
 *     name: string,
 *     email: string,
 *     reference: string,
 *     siret: string,
 *     vat_number: string,
 * }
 * @phpstan-type CustomerFactAnswer 'type'|'name'|'email'|'reference'|'siret'|'vat_number'
 * @phpstan-type CustomerCandidateAnswer array{
 *     type: value-of<CustomerType>,
 *     // Of the company or individual at Sellsy.
 *     id: PositiveInt,
 *     name: string,
 *     email: string,
 *     reference: string,
 *     siret: string,
 *     vat_number: string,
 *     // What equals the order, however it is written.
 *     same: list<CustomerFactAnswer>,
 * }
 * @phpstan-type CustomerCandidatesAnswer array{
 *     // null when the order is gone; a fact that it lacks is empty.
 *     order: BuyerAnswer|null,
 *     candidates: list<CustomerCandidateAnswer>,
 * }
 */
final class CustomerController extends BaseController {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly SettingsStore $settings,
		private readonly ChooseCustomer $choose,
		private readonly TaskView $view,
	) {}

	public function routes(): array {
		$path = self::TASK . '/customer';
		return [
			$this->get( $path, 'customer-candidates', $this->candidates( ... ) ),
			$this->post( "$path/none", 'task', $this->none( ... ), 'task-act' ),
			$this->post( $path, 'task', $this->choose( ... ), 'customer-choice' ),
		];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function candidates( \WP_REST_Request $request ): \WP_REST_Response {
		$id         = $this->id( $request );
		$buyer      = $this->choose->buyer( $id, $this->settings->get()->shop_code );
		$candidates = $this->choose->candidates( $id );
		return $this->answer(
			'customer-candidates',
			[
				'order'      => $buyer === null ? null : $this->buyer( $buyer ),
				'candidates' => array_map(
					fn ( RemoteCustomer $customer ): array => $this->candidate( $customer, $buyer ),
					$candidates
				),
			]
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function choose( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$choice = new Values( (array) $request->get_json_params() + $request->get_body_params() );
		$type   = CustomerType::tryFrom( $choice->text( 'type', '' ) );
		if ( $type === null ) {
			return Refusal::not_found();
		}
		return $this->chosen( $request, new CustomerRef( $type, $choice->id( 'id', null ) ?? 0 ) );
	}

	/**
	 * None of those offered: the buyer becomes a customer of its own.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private function none( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->chosen( $request, null );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function chosen( \WP_REST_Request $request, ?CustomerRef $ref ): \WP_REST_Response|\WP_Error {
		$id      = $this->id( $request );
		$row     = $this->ledger->find( $id );
		$unasked = $row === null
			? null
			: Refusal::unasked( $request, $this->view->offer( RowAct::ChooseCustomer, $row ) );
		if ( $unasked !== null ) {
			return $unasked;
		}
		$is_chosen = $this->choose->choose( $id, $ref );
		$task      = $this->ledger->find( $id );
		if ( $task === null ) {
			return Refusal::not_found();
		}
		return $is_chosen
			? $this->answer( 'task', $this->view->view( $task ) )
			: new \WP_Error(
				'orderinvoicer_not_offered',
				__( 'This entry does not ask for a customer any more, or not about this one. Refresh the list to see how it stands.', 'orderinvoicer' ),
				[ 'status' => 409 ]
			);
	}

	/** @return BuyerAnswer */
	private function buyer( BuyerFacts $buyer ): array {
		return [
			'type'       => $buyer->type->value,
			'name'       => $buyer->name,
			'email'      => $buyer->email,
			'reference'  => $buyer->reference,
			'siret'      => $buyer->siret,
			'vat_number' => $buyer->vat_number,
		];
	}

	/** @return CustomerCandidateAnswer */
	private function candidate( RemoteCustomer $customer, ?BuyerFacts $buyer ): array {
		return [
			'type'       => $customer->ref->type->value,
			'id'         => $customer->ref->id,
			'name'       => $customer->name,
			'email'      => $customer->email,
			'reference'  => $customer->reference,
			'siret'      => $customer->siret,
			'vat_number' => $customer->vat_number,
			'same'       => $buyer?->same( $customer ) ?? [],
		];
	}
}
