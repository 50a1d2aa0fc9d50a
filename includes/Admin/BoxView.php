<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OrderSheet\BoxPart;
use OrderInvoicer\Admin\OrderSheet\CreditHints;
use OrderInvoicer\Admin\OrderSheet\OrderRow;
use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Actions\WhyNot;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderSheet\Foreseen;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Reports\OfferView;
use OrderInvoicer\WooCommerce\DocumentMeta;
use OrderInvoicer\WooCommerce\Order\OrderTraitsReader;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\OutlookText;

/**
 * What the order box says and offers: drawn by src/order-meta-box, and printed by `OrderBox` as far as it is text.
 *
 * @phpstan-import-type OfferAnswer from OfferView
 * @phpstan-import-type BoxPartAnswer from BoxPart
 * @phpstan-import-type BoxRowAnswer from OrderRow
 *
 * @phpstan-type OrderBoxAnswer array{
 *     // The number of the order.
 *     order: string,
 *     // Above the documents.
 *     notes: list<string>,
 *     // What another tool made.
 *     elsewhere: list<array{
 *         what: string,
 *         url: string,
 *     }>,
 *     // A document and what was done for it, or what belongs to none.
 *     groups: list<list<BoxRowAnswer>>,
 *     to_come: list<array{
 *         what: string,
 *         text: string,
 *         // Address of the setting that it waits for; empty where none is.
 *         setting: string,
 *     }>,
 *     // Below the documents.
 *     hints: list<string>,
 *     // What can be asked for, with `POST /orders/{id}/sync`.
 *     make: list<array{
 *         document: KindOfOrder,
 *         what: string,
 *         offer: OfferAnswer,
 *     }>,
 *     parts: list<BoxPartAnswer>,
 * }
 */
final class BoxView {

	public const ALL_OF = [ 'parts' => BoxPart::class ];

	private readonly CreditHints $credits;

	/** @param list<BoxPart> $parts */
	public function __construct(
		private readonly SettingsStore $settings,
		private readonly DocumentMeta $meta,
		private readonly DocumentNames $names,
		private readonly OrderRow $row,
		private readonly OfferView $offers,
		private readonly OutlookText $outlook,
		private readonly Obstacle $obstacle,
		private readonly NumberCheck $numbers,
		private readonly array $parts,
	) {
		$this->credits = new CreditHints( $settings );
	}

	/** @return OrderBoxAnswer */
	public function view( \WC_Order $order, OrderSheet $sheet ): array {
		$rows      = new OrderRows( $sheet->rows );
		$offers    = $this->offers( $order, $sheet );
		$obstacle  = $this->obstacle( $sheet->rows );
		$elsewhere = $offers->elsewhere();
		$is_none   = $rows->documents() === [] && $elsewhere === [];
		$parts     = array_map(
			static fn ( BoxPart $part ): ?array => $part->of_order( $order, $sheet->rows ),
			$this->parts
		);
		return [
			'order'     => (string) $order->get_order_number(),
			'notes'     => OrderRow::said(
				MoneyIsThere::why_not( $order ),
				$is_none ? __( 'This order has no document at Sellsy yet.', 'orderinvoicer' ) : ''
			),
			'elsewhere' => array_map(
				fn ( string $kind, string $url ): array => [
					'what' => $this->names->kind( DocumentKind::from( $kind ) ),
					'url'  => esc_url_raw( $url ), // Of others: it might be a script.
				],
				array_keys( $elsewhere ),
				array_values( $elsewhere )
			),
			'groups'    => self::without( $obstacle, $sheet, $this->groups( $order, $sheet, $rows, $offers ) ),
			'to_come'   => array_map(
				fn ( Foreseen $one ): array => [
					'what'    => $this->names->kind( $one->kind ),
					'text'    => implode( ' ', $this->outlook->sentences( $one ) ),
					'setting' => OrderRow::setting( $one->setting(), $one->kind ),
				],
				$sheet->foreseen
			),
			'parts'     => array_values( array_filter( $parts ) ),
		] + $this->below( $order, $sheet, $offers, $obstacle );
	}

	private function offers( \WC_Order $order, OrderSheet $sheet ): Offers {
		return new Offers(
			status: $order->get_status( 'edit' ),
			rows: $sheet->rows,
			urls: $this->meta->urls( $order ),
			is_erased: OrderTraitsReader::is_erased( $order )
		);
	}

	/**
	 * The invoice leads, and what was taken off it; then what came before it.
	 *
	 * @return list<list<BoxRowAnswer>>
	 */
	private function groups( \WC_Order $order, OrderSheet $sheet, OrderRows $rows, Offers $offers ): array {
		$step   = fn ( Task $row ): array => $this->row->step( $row, $order, $sheet, $offers );
		$rest   = array_map( $step, $rows->follow_ups_of( 0 ) );
		$groups = array_map(
			fn ( Task $row ): array => [
				$this->row->document( $row, $order, $sheet, $offers ),
				...array_map( $step, $rows->follow_ups_of( $row->id ) ),
			],
			self::billed_first( $sheet->valid_first( $rows->documents() ) )
		);
		return $rest === [] ? $groups : [ ...$groups, $rest ];
	}

	/**
	 * @param list<Task> $rows
	 * @return list<Task>
	 */
	private static function billed_first( array $rows ): array {
		$is_earlier = static fn ( Task $row ): bool =>
			! in_array( $row->key->effect, [ Effect::CreateInvoice, Effect::CreateCreditNote ], true );
		usort( $rows, static fn ( Task $one, Task $other ): int => $is_earlier( $one ) <=> $is_earlier( $other ) );
		return $rows;
	}

	/**
	 * @return array{
	 *     hints: list<string>,
	 *     make: list<array{document: KindOfOrder, what: string, offer: OfferAnswer}>,
	 * }
	 */
	private function below( \WC_Order $order, OrderSheet $sheet, Offers $offers, ?Problem $obstacle ): array {
		$rows       = new OrderRows( $sheet->rows );
		$is_no_sale = false;
		$invoice    = $rows->document( DocumentKind::Invoice );
		$is_foreign = isset( $offers->elsewhere()[ DocumentKind::Invoice->value ] );
		$is_by_hand = $invoice?->is_left_to_people() === true && $order->get_refunds() !== [];
		$make       = [];
		foreach ( $offers->kinds( $this->settings->get() ) as $kind ) {
			$offer      = $offers->make( $kind );
			$is_no_sale = $is_no_sale || ( $offer->is_needed && $offer->why_not === WhyNot::NoSale );
			if ( $offer->is_needed && $offer->why_not === null ) {
				$make[] = [
					'document' => $kind->value,
					'what'     => $this->names->kind( $kind ),
					'offer'    => $this->offers->of_document( $kind, $offer, $order ),
				];
			}
		}
		return [
			'hints' => OrderRow::said(
				$obstacle === null ? '' : $this->row->problem( $obstacle ),
				...$this->numbers->complaints( $order ),
				...[
					$is_by_hand ? $this->row->problem( new Problem( ProblemCode::InvoiceMissing ) ) : '',
					$this->credits->says( $order, $sheet, $invoice, $is_foreign ),
					$is_no_sale ? $this->no_sale( $order, $rows ) : '',
				]
			),
			'make'  => $make,
		];
	}

	/**
	 * Why nothing happens although a button was pressed, unless a row says so itself.
	 *
	 * @param list<Task> $tasks
	 */
	private function obstacle( array $tasks ): ?Problem {
		$waiting  = array_values(
			array_filter( $tasks, static fn ( Task $task ): bool => $task->state === TaskState::Queued )
		);
		$obstacle = $tasks === [] || $waiting !== [] ? $this->obstacle->problem( $waiting ) : null;
		$said     = array_map( static fn ( Task $task ): ?ProblemCode => $task->problem?->code, $waiting );
		$is_said  = $obstacle?->is( ProblemCode::SellsyDown ) === false && in_array( $obstacle->code, $said, true );
		return $is_said ? null : $obstacle;
	}

	/**
	 * That Sellsy does not answer is said once, with since when.
	 *
	 * @param list<list<BoxRowAnswer>> $groups
	 * @return list<list<BoxRowAnswer>>
	 */
	private static function without( ?Problem $obstacle, OrderSheet $sheet, array $groups ): array {
		$silent = $obstacle?->is( ProblemCode::SellsyDown ) !== true ? [] : array_filter(
			$sheet->rows,
			static fn ( Task $row ): bool => $row->state === TaskState::Queued
				&& $row->problem?->is( ProblemCode::SellsyDown, ProblemCode::NotSent ) === true
		);
		$ids    = array_column( $silent, 'id' );
		return array_map(
			static fn ( array $group ): array =>
				array_map( static fn ( array $row ): array => self::silenced( $row, $ids ), $group ),
			$groups
		);
	}

	/**
	 * @param BoxRowAnswer $row
	 * @param list<int>    $ids
	 * @return BoxRowAnswer
	 */
	private static function silenced( array $row, array $ids ): array {
		$row['problem'] = in_array( $row['id'], $ids, true ) ? '' : $row['problem'];
		return $row;
	}

	/** Why nothing can be asked for, unless a row says so itself. */
	private function no_sale( \WC_Order $order, OrderRows $rows ): string {
		foreach ( $rows->documents() as $task ) {
			if ( $task->state === TaskState::Skipped ) {
				return '';
			}
		}
		return $this->row->problem(
			WorkflowSelector::no_sale( wc_get_order_status_name( $order->get_status( 'edit' ) ) )
		);
	}
}
