<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\Offer;
use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\WooCommerce\DocumentMeta;
use OrderInvoicer\WooCommerce\Order\OrderTraitsReader;
use OrderInvoicer\Wording\OfferText;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\TaskText;

/**
 * A row of the ledger as the schema `task` shows it.
 *
 * @phpstan-import-type OrderRefAnswer from OrderView
 * @phpstan-import-type ProblemAnswer from ProblemView
 * @phpstan-import-type OfferAnswer from OfferView
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
 *     // The same with their words, and what may not be done now with the reason.
 *     offers: list<OfferAnswer>,
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
		private readonly OfferText $offer_text,
		private readonly OfferView $offers,
		private readonly DocumentMeta $meta,
		private readonly OrderView $orders = new OrderView(),
	) {}

	/**
	 * @param list<Task> $rows of its order, where they are known: what was asked for is not offered again.
	 * @return TaskAnswer
	 */
	public function view( Task $task, array $rows = [] ): array {
		$order  = $this->orders->read( $task->key->order_id );
		$offers = $order === null ? [] : $this->of_order( $order, $rows )->of_row( $task );
		$may    = array_values( array_filter( $offers, static fn ( Offer $one ): bool => $one->why_not === null ) );
		$finals = $order === null ? [] : $this->finals( $may, $order );
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
			'acts'       => array_map( static fn ( Offer $one ): string => $one->act->value, $may ),
			'offers'     => $order === null ? [] : array_map(
				fn ( Offer $one ): array => $this->offers->view( $one, $finals[ $one->act->value ] ?? [], $order ),
				$offers
			),
			...self::becomes_final( $may, $finals ),
		] + self::amounts( $may );
	}

	/**
	 * What doing this comes to now, as `view()` offers it.
	 *
	 * @param list<Task> $rows as above.
	 * @return OfferAnswer|null null: it is not offered.
	 */
	public function offer( RowAct $act, Task $task, array $rows = [] ): ?array {
		foreach ( $this->view( $task, $rows )['offers'] as $offer ) {
			$other = RowAct::from( $offer['act'] );
			if ( $other === $act || ( $act->path() !== null && $other->path() === $act->path() ) ) {
				return $offer; // Sending again is a retry.
			}
		}
		return null;
	}

	/** @param list<Task> $rows */
	private function of_order( \WC_Order $order, array $rows ): Offers {
		return new Offers(
			status: $order->get_status( 'edit' ),
			rows: $rows,
			urls: $this->meta->urls( $order ),
			is_erased: OrderTraitsReader::is_erased( $order )
		);
	}

	/**
	 * @param list<Offer> $offers
	 * @return array<string, list<string>> by act: what would be done, and becomes final by it.
	 */
	private function finals( array $offers, \WC_Order $order ): array {
		$finals = [];
		foreach ( $offers as $offer ) {
			$finals[ $offer->act->value ] = $this->offer_text->finals( $offer, $order );
		}
		return $finals;
	}

	/**
	 * Before what works on the row again, and before the others.
	 *
	 * @param list<Offer>                 $offers
	 * @param array<string, list<string>> $finals
	 * @return array{final: list<string>, goes_final?: list<string>}
	 */
	private static function becomes_final( array $offers, array $finals ): array {
		$texts = [];
		$goes  = [];
		foreach ( $offers as $offer ) {
			$text = $finals[ $offer->act->value ] ?? [];
			self::goes_on( $offer ) ? $goes = $text : array_push( $texts, ...$text );
		}
		return [ 'final' => $texts ] + ( $goes === [] ? [] : [ 'goes_final' => $goes ] );
	}

	/**
	 * What a person is asked about, and says again.
	 *
	 * @param list<Offer> $offers
	 * @return array{rounding?: string, payment?: string}
	 */
	private static function amounts( array $offers ): array {
		$amounts = [];
		foreach ( $offers as $offer ) {
			$amounts += match ( $offer->act ) {
				RowAct::AcceptRounding => [ 'rounding' => $offer->amount() ],
				RowAct::RecordPayment, RowAct::MovePayment => [ 'payment' => $offer->amount() ],
				default => [],
			};
		}
		return $amounts;
	}

	/** To do what somebody did by hand is a decision of its own. */
	private static function goes_on( Offer $offer ): bool {
		return $offer->act === RowAct::ChooseCustomer
			|| ( $offer->act === RowAct::Retry && ! $offer->is_all_the_same() );
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
