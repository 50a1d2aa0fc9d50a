<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest\Orders;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\FreshOffers;
use OrderInvoicer\Domain\Actions\MoneyCame;
use OrderInvoicer\Domain\Actions\SyncOrder;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\OfferView;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Reports\TimelineView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;

/**
 * One order's documents: how they stand, and asking for one.
 *
 * @phpstan-import-type OfferAnswer from OfferView
 * @phpstan-import-type TaskAnswer from TaskView
 * @phpstan-import-type TasksAnswer from TaskView
 * @phpstan-import-type TimelineAnswer from TimelineView
 */
final class OrdersController extends BaseController {

	public function __construct(
		private readonly SyncOrder $sync_order,
		private readonly MoneyCame $money_came,
		private readonly Ledger $ledger,
		private readonly TaskView $view,
		private readonly TimelineView $timeline,
		private readonly ProblemView $problems,
		private readonly FreshOffers $fresh_offers,
		private readonly OfferView $offers,
	) {}

	public function routes(): array {
		return [
			$this->get( self::ORDER, 'tasks', $this->read( ... ) ),
			$this->get( self::ORDER . '/timeline', 'timeline', $this->timeline( ... ), may: $this->can_look( ... ) ),
			$this->post( self::ORDER . '/sync', 'task', $this->sync( ... ), 'order-sync' ),
			$this->post( self::ORDER . '/money-is-there', 'tasks', $this->money( ... ) ),
		];
	}

	/**
	 * An order that is gone is the owner's.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return true|\WP_Error
	 */
	private function can_look( \WP_REST_Request $request ): bool|\WP_Error {
		return $this->can_manage() === true ? true : $this->may( self::ORDER, $request );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function read( \WP_REST_Request $request ): \WP_REST_Response {
		$tasks = $this->ledger->for_order( $this->id( $request ) );
		$view  = fn ( Task $task ): array => $this->view->view( $task, $tasks );
		return $this->answer( 'tasks', array_map( $view, $tasks ) );
	}

	/**
	 * Also of an order that is gone: its rows are still there.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private function timeline( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$tasks = $this->ledger->for_order( $this->id( $request ) );
		return $tasks === [] ? Refusal::not_found() : $this->answer( 'timeline', $this->timeline->view( $tasks ) );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function money( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return $this->money_came->say( $this->id( $request ) )
			? $this->read( $request )
			: Refusal::changed( __( 'This order waits for no payment of an accepted proforma.', 'orderinvoicer' ) );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function sync( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$kind = DocumentKind::from(
			( new Values( $request->get_params() ) )->text( 'document', DocumentKind::Invoice->value )
		);
		$unasked = Refusal::unasked( $request, $this->offer( $kind, wc_get_order( $this->id( $request ) ) ) );
		if ( $unasked !== null ) {
			return $unasked;
		}
		try {
			$task = $this->sync_order->now( $this->id( $request ), $kind, $request['by_hand'] === true );
		} catch ( NeedsAttention $refused ) {
			return Refusal::because( $this->problems->shown( $refused->problem ) );
		}
		return $task === null ? Refusal::not_found() : $this->answer( 'task', $this->view->view( $task ) );
	}

	/** @return OfferAnswer|null */
	private function offer( DocumentKind $kind, mixed $order ): ?array {
		return ! $order instanceof \WC_Order ? null : $this->offers->of_document(
			$kind,
			$this->fresh_offers->of_document( $kind, $order->get_id(), $order->get_status( 'edit' ) ),
			$order
		);
	}
}
