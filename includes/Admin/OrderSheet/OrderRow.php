<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\Offer;
use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\OrderSheet\SheetDocument;
use OrderInvoicer\Reports\OfferView;
use OrderInvoicer\Wording\ActText;
use OrderInvoicer\Wording\OfferText;
use OrderInvoicer\Wording\RuleText;
use OrderInvoicer\Wording\SheetText;
use OrderInvoicer\Wording\TaskText;

/**
 * One row of the ledger in the order box: what it is, how it stands, what is wrong and what can be done.
 *
 * @phpstan-import-type OfferAnswer from OfferView
 * @phpstan-import-type BoxPartAnswer from BoxPart
 *
 * @phpstan-type BoxRowAnswer array{
 *     id: int,
 *     // What it is about, such as Invoice.
 *     what: string,
 *     state: value-of<TaskState>,
 *     // Of a document its name; a step beside it says how it stands, too.
 *     title: string,
 *     // How a document stands, and its colour; null for a step.
 *     badge: array{
 *         text: string,
 *         look: string,
 *     }|null,
 *     // It belongs to the document above.
 *     is_below: bool,
 *     link: array{
 *         text: string,
 *         url: string,
 *         date: string,
 *         pdf: string,
 *     }|null,
 *     // What it is worth, beside its order.
 *     figures: list<array{
 *         what: string,
 *         amount: string,
 *     }>,
 *     says: list<string>,
 *     // What stopped it; empty where nothing did.
 *     problem: string,
 *     // Address of the setting that mends it; empty where none does.
 *     setting: string,
 *     offers: list<OfferAnswer>,
 *     parts: list<BoxPartAnswer>,
 * }
 */
final class OrderRow {

	private const PAGE = 'admin.php?page=orderinvoicer#/';

	public const ALL_OF = [ 'parts' => BoxPart::class ];

	/** @param list<BoxPart> $parts */
	public function __construct(
		private readonly TaskText $texts,
		private readonly ActText $act_text,
		private readonly OfferText $offer_text,
		private readonly OfferView $offer_view,
		private readonly SheetText $sheet,
		private readonly RuleText $rules,
		private readonly array $parts,
	) {}

	/** @return BoxRowAnswer */
	public function document( Task $task, \WC_Order $order, OrderSheet $sheet, Offers $offers ): array {
		$document = $sheet->documents[ $task->id ] ?? null;
		return [
			'title'    => $this->sheet->name( $task, $document ),
			'badge'    => [
				'text' => $this->sheet->state( $task, $document ),
				'look' => $this->sheet->look( $task, $document ),
			],
			'is_below' => $task->key->effect === Effect::CreateCreditNote,
			'link'     => $this->link( $task, $document ),
			'figures'  => $document === null ? [] : array_map(
				static fn ( array $figure ): array => [
					'what'   => $figure[0],
					'amount' => $figure[1],
				],
				$this->sheet->figures( $document )
			),
			'says'     => [
				...( $document === null ? [] : $this->compared( $document ) ),
				...$this->rules->of_document( $sheet, $task->id ),
				...$this->waits( $task, $sheet ),
			],
		] + $this->what_to_do( $task, $order, $sheet, $offers );
	}

	/**
	 * A payment, an e-mail, a state: one line while all is well.
	 *
	 * @return BoxRowAnswer
	 */
	public function step( Task $task, \WC_Order $order, OrderSheet $sheet, Offers $offers ): array {
		$what_to_do = $this->what_to_do( $task, $order, $sheet, $offers );
		$accept     = array_column( $what_to_do['offers'], 'asks', 'act' )[ RowAct::AcceptCompany->value ] ?? [];
		return [
			'title'    => $this->sheet->follow_up( $task, $sheet->went_over( $task ) ),
			'badge'    => null,
			'is_below' => false,
			'link'     => null,
			'figures'  => [],
			// What would be done for a company is read before anything is pressed.
			'says'     => [ ...$this->waits( $task, $sheet ), ...$accept ],
		] + $what_to_do;
	}

	public function problem( Problem $problem, string $currency = '' ): string {
		return trim(
			"{$this->texts->problem( $problem, $currency )} {$this->texts->next_step( $problem, $currency )}"
		);
	}

	/** @return array{text: string, url: string, date: string, pdf: string}|null */
	private function link( Task $task, ?SheetDocument $document ): ?array {
		$url = $this->texts->url( $task );
		return $url === '' ? null : [
			'text' => $this->texts->document( $task ),
			'url'  => $url,
			'date' => $document === null ? '' : $this->sheet->date( $document ),
			'pdf'  => $this->texts->pdf( $task ),
		];
	}

	/** @return list<string> */
	private function compared( SheetDocument $document ): array {
		return $this->sheet->figures( $document ) === []
			? [ __( 'Its amounts are not known here yet.', 'orderinvoicer' ) ]
			: self::said(
				$this->sheet->agreement( $document ),
				$this->sheet->credited( $document ),
				$this->sheet->paid( $document ),
				$this->sheet->in_sellsy( $document ),
				$this->sheet->as_of( $document )
			);
	}

	/** @return list<string> */
	private function waits( Task $task, OrderSheet $sheet ): array {
		return self::said( $this->sheet->not_before( $task, $sheet->now ) );
	}

	/**
	 * Where a setting is that an order waits for.
	 *
	 * @param string $setting as `ProblemTraits` has it.
	 * @return string empty where no setting is it, or where this person may not change it.
	 */
	public static function setting( string $setting, ?DocumentKind $kind ): string {
		$address = $kind === null ? $setting : str_replace( '{kind}', $kind->value, $setting );
		$is_none = $address === '' || str_contains( $address, '{' );
		return $is_none || ! current_user_can( 'manage_woocommerce' ) ? '' : admin_url( self::PAGE . $address );
	}

	/** @return list<string> those that say something. */
	public static function said( string ...$sentences ): array {
		return array_values( array_filter( $sentences, static fn ( string $one ): bool => $one !== '' ) );
	}

	/**
	 * @return array{
	 *     id: int,
	 *     what: string,
	 *     state: value-of<TaskState>,
	 *     problem: string,
	 *     setting: string,
	 *     offers: list<OfferAnswer>,
	 *     parts: list<BoxPartAnswer>,
	 * }
	 */
	private function what_to_do( Task $task, \WC_Order $order, OrderSheet $sheet, Offers $offers ): array {
		$offered = array_filter(
			$offers->of_row( $task ),
			static fn ( Offer $offer ): bool => ! self::stands_elsewhere( $offer, $task )
		);
		$parts   = array_map(
			static fn ( BoxPart $part ): ?array => $part->of_row( $task, $order, $sheet ),
			$this->parts
		);
		$stopped = $task->state === TaskState::Done ? null : $task->problem;
		return [
			'id'      => $task->id,
			'what'    => $this->texts->effect( $task ),
			'state'   => $task->state->value,
			'problem' => $stopped === null ? '' : $this->problem( $stopped, $order->get_currency( 'edit' ) ),
			'setting' => self::setting( $stopped?->traits()->address() ?? '', $task->key->effect->creates() ),
			'offers'  => array_values(
				array_map( fn ( Offer $offer ): array => $this->offer( $offer, $task, $order ), $offered )
			),
			'parts'   => array_values( array_filter( $parts ) ),
		];
	}

	/** @return OfferAnswer */
	private function offer( Offer $offer, Task $task, \WC_Order $order ): array {
		return $this->offer_view->view(
			$offer,
			$this->offer_text->finals( $offer, $order ),
			$order,
			$offer->is_all_the_same() ? '' : $this->act_text->button( $offer->act, $task->key->effect )
		);
	}

	/** A document that waits, or was left out, has "Create now" further down, and an order that is no sale says so. */
	private static function stands_elsewhere( Offer $offer, Task $task ): bool {
		return $offer->act === RowAct::MakeNow || (
			$offer->act === RowAct::Retry
			&& $offer->why_not === null
			&& $task->state === TaskState::Queued
			&& RowActs::can_be_asked_for( $task )
		);
	}
}
