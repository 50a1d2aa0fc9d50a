<?php
declare( strict_types=1 );

namespace OrderInvoicer\Rest\Tasks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\ReissueInvoice;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\TaskActs;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\Wording\ActText;

/**
 * What a person does with an entry of the ledger: a route for each act, which answers the entry to look at then.
 *
 * @phpstan-import-type TaskAnswer from TaskView
 */
final class TaskActsController extends BaseController {

	/** Codes of refusals that scripts know; a later act has the general one. */
	private const REFUSALS = [
		'mark_sent'    => 'orderinvoicer_nothing_unknown',
		'keep'         => 'orderinvoicer_cannot_be_kept',
		'leave_out'    => 'orderinvoicer_not_gone',
		'done_by_hand' => 'orderinvoicer_nothing_by_hand',
		'finalise'     => 'orderinvoicer_no_draft',
	];

	public function __construct(
		private readonly Ledger $ledger,
		private readonly TaskActs $acts,
		private readonly ReissueInvoice $reissue,
		private readonly TaskView $view,
		private readonly ActText $texts,
	) {}

	public function routes(): array {
		$routes = [
			$this->post( self::TASK . '/refuse-company', 'task', $this->refuse( ... ), 'company-refusal' ),
			$this->post( self::ORDER . '/reissue', 'task', $this->reissue( ... ), 'order-reissue' ),
		];
		$acts   = [];
		foreach ( RowAct::cases() as $act ) {
			$acts[ $act->path() ?? '' ] = $act; // Sending again is a retry.
		}
		unset( $acts[''] );
		foreach ( $acts as $path => $act ) {
			$done     = fn ( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error => $this->act( $act, $request );
			$routes[] = $this->post( self::TASK . "/$path", 'task', $done, self::input( $act ) );
		}
		return $routes;
	}

	private static function input( RowAct $act ): string {
		return match ( $act ) {
			RowAct::Retry, RowAct::MakeNow => 'task-retry',
			RowAct::AcceptRounding         => 'task-accept-rounding',
			RowAct::RecordPayment, RowAct::MovePayment, RowAct::CreditDispute, RowAct::LeaveUnpaid =>
				'task-move-payment',
			default                        => 'task-act',
		};
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function act( RowAct $act, \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$task = $this->ledger->find( $this->id( $request ) );
		if ( $task === null ) {
			return Refusal::not_found();
		}
		$rows  = $this->ledger->for_order( $task->key->order_id );
		$shown = ( new Values( $request->get_params() ) )->text( 'amount', '' );
		$fresh = $act->shown( $task );
		return Refusal::unasked( $request, $this->view->offer( $act, $task, $rows ) ) ?? $this->decided(
			$act,
			$this->acts->carry_out( $act, $task, $request['by_hand'] === true, $shown ),
			$fresh === '' ? [] : [ 'amount' => $fresh ]
		);
	}

	/**
	 * The buyer reads the reason.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private function refuse( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$task   = $this->ledger->find( $this->id( $request ) );
		$reason = ( new Values( $request->get_params() ) )->text( 'reason', '' );
		return $task === null
			? Refusal::not_found()
			: $this->decided(
				RowAct::RefuseCompany,
				$this->acts->carry_out( RowAct::RefuseCompany, $task, false, $reason )
			);
	}

	/**
	 * @param Task|null             $after null: it was refused, nothing was done.
	 * @param array<string, string> $fresh what a person is to be asked about instead.
	 */
	private function decided( RowAct $act, ?Task $after, array $fresh = [] ): \WP_REST_Response|\WP_Error {
		return $after === null
			? new \WP_Error(
				self::REFUSALS[ $act->value ] ?? 'orderinvoicer_not_offered',
				$this->texts->refusal( $act ),
				[ 'status' => 409 ] + $fresh
			)
			: $this->answer( 'task', $this->view->view( $after, $this->ledger->for_order( $after->key->order_id ) ) );
	}

	/**
	 * By its order: of the invoice that was seen, or of the newest. 404 where the order has no such final invoice (any
	 * more).
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private function reissue( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$seen = ( new Values( $request->get_params() ) )->id( 'invoice', null ) ?? 0;
		$task = $this->reissue->now( $this->id( $request ), $seen );
		return $task === null ? Refusal::not_found() : $this->answer( 'task', $this->view->view( $task ) );
	}
}
