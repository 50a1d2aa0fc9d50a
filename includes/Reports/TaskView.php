<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Wording\FinalText;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\TaskText;

/**
 * A row of the ledger as the schema `task` shows it.
 *
 * @phpstan-import-type OrderRefAnswer from OrderView
 * @phpstan-import-type ProblemAnswer from ProblemView
 *
 * @phpstan-type TaskAnswer array{
 *     id: int,
 *     // edit_url is empty when the order is gone.
 *     order: OrderRefAnswer,
 *     // Domain\Ledger\Effect.
 *     effect: value-of<Effect>,
 *     // The effect in words: "Credit note for refund 12", "Delivery note: shipped".
 *     what: string,
 *     state: value-of<TaskState>,
 *     attempts: NaturalInt,
 *     due_at: Rfc3339,
 *     updated_at: Rfc3339,
 *     // null before it exists; number is empty while it is a draft, and pdf, an address of this shop, where there is
 *     // no file.
 *     document: array{
 *         number: string,
 *         url: string,
 *         pdf: string,
 *     }|null,
 *     problem: ProblemAnswer|null,
 *     // Domain\Actions\RowAct: what a person may do with it, the likeliest first; nothing once the order is gone.
 *     acts: list<value-of<RowAct>>,
 *     // What to tell a person before the one of its acts that makes something final (finalise, reissue, make_now):
 *     // kind, customer and total first. Empty where none does.
 *     final: list<string>,
 *     // What to tell a person before retry and choose_customer, where the settings then make something final: kind,
 *     // customer and total first. Left out where they do not.
 *     goes_final?: list<string>,
 *     // The amount that accept_rounding accepts, with its sign. Left out where none is asked about.
 *     rounding?: string,
 *     // The amount of move_payment or record_payment. Left out where none is asked about.
 *     payment?: string,
 * }
 * @phpstan-type TasksAnswer list<TaskAnswer>
 */
final class TaskView {

	public function __construct(
		private readonly DocumentPage $pages,
		private readonly ProblemView $problems,
		private readonly TaskText $texts,
		private readonly RowActs $acts,
		private readonly FinalText $finals,
		private readonly OrderView $orders = new OrderView(),
	) {}

	/**
	 * @param list<Task> $rows of its order, where they are known: what was asked for is not offered again.
	 * @return TaskAnswer
	 */
	public function view( Task $task, array $rows = [] ): array {
		$order = $this->orders->read( $task->key->order_id );
		$acts  = $order === null ? [] : $this->acts->while_order_is( $order->get_status( 'edit' ), $task, $rows );
		return [
			'id'         => $task->id,
			'order'      => $this->orders->view( $task->key->order_id, $order ),
			'effect'     => $task->key->effect->value,
			'what'       => $this->texts->effect( $task ),
			'state'      => $task->state->value,
			'attempts'   => $task->attempts,
			'due_at'     => $task->due_at->format( DATE_RFC3339 ),
			'updated_at' => $task->updated_at->format( DATE_RFC3339 ),
			'document'   => $this->document( $task ),
			'problem'    => $this->problems->view( $task->problem, (string) $order?->get_currency( 'edit' ) ),
			'acts'       => array_column( $acts, 'value' ),
			'final'      => $order === null
				? []
				: $this->final( $task, $order, $acts ),
		] + $this->goes_final( $task, $order, $acts ) + self::amounts( $task, $acts );
	}

	/**
	 * Before what works on the row again: what then becomes final by itself.
	 *
	 * @param list<RowAct> $acts
	 * @return array{goes_final?: list<string>}
	 */
	private function goes_final( Task $task, ?\WC_Order $order, array $acts ): array {
		$again = array_filter( $acts, static fn ( RowAct $act ): bool => self::goes_on( $act, $task ) );
		$text  = $order === null || $again === [] ? [] : $this->finals->of_row( $task, RowAct::Retry, $order );
		return $text === [] ? [] : [ 'goes_final' => $text ];
	}

	/**
	 * What a person is asked about, and says again.
	 *
	 * @param list<RowAct> $acts
	 * @return array{rounding?: string, payment?: string}
	 */
	private static function amounts( Task $task, array $acts ): array {
		$payment = '';
		foreach ( [ RowAct::RecordPayment, RowAct::MovePayment ] as $act ) {
			$payment = in_array( $act, $acts, true ) ? $act->shown( $task ) : $payment;
		}
		return [
			...( in_array( RowAct::AcceptRounding, $acts, true )
				? [ 'rounding' => RowAct::AcceptRounding->shown( $task ) ]
				: [] ),
			...( $payment === '' ? [] : [ 'payment' => $payment ] ),
		];
	}

	/** To do what somebody did by hand is a decision of its own. */
	private static function goes_on( RowAct $act, Task $task ): bool {
		return $act === RowAct::ChooseCustomer || ( $act === RowAct::Retry && ! $task->is_left_to_people() );
	}

	/**
	 * @param list<RowAct> $acts
	 * @return list<string>
	 */
	private function final( Task $task, \WC_Order $order, array $acts ): array {
		$texts = [];
		foreach ( $acts as $act ) {
			$text = self::goes_on( $act, $task ) ? [] : $this->finals->of_row( $task, $act, $order );
			array_push( $texts, ...$text );
		}
		return $texts;
	}

	/**
	 * @return array{number: string, url: string, pdf: string}|null a step beside a document, such as its link, names
	 *         none; without a number it would read as a draft.
	 */
	private function document( Task $task ): ?array {
		$kind     = DocumentKind::tryFrom( $task->remote_type );
		$is_named = $task->remote_number !== '' || $task->key->effect->creates() !== null;
		$is_there = $task->has_document() || $task->has_cancelled_document();
		return $kind === null || ! $is_there || ! $is_named ? null : [
			'number' => $task->remote_number,
			'url'    => $this->pages->url( $kind, $task->remote_id ),
			'pdf'    => $this->texts->pdf( $task ),
		];
	}
}
