<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OrderSheet\PaidBackPart;
use OrderInvoicer\Admin\OrderSheet\RowOffer;
use OrderInvoicer\Domain\Actions\Offer;
use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\OrderSheet\SheetDocument;
use OrderInvoicer\Wording\ActText;
use OrderInvoicer\Wording\OfferText;
use OrderInvoicer\Wording\RuleText;
use OrderInvoicer\Wording\SheetText;
use OrderInvoicer\Wording\TaskText;

/** One row of the ledger in the order box: what it is, how it stands, what is wrong and what can be done. */
final class OrderRow {

	public const ALL_OF = [ 'offers' => RowOffer::class ];

	/** @param list<RowOffer> $offers */
	public function __construct(
		private readonly TaskText $texts,
		private readonly OrderActions $actions,
		private readonly OrderCandidates $candidates,
		private readonly ActText $act_text,
		private readonly OfferText $offer_text,
		private readonly OrderQuestions $questions,
		private readonly SheetText $sheet,
		private readonly PaidBackPart $paid_back,
		private readonly RuleText $rules,
		private readonly array $offers,
	) {}

	/** @param list<Task> $follow_ups what was done for this document. */
	public function render( Task $task, \WC_Order $order, OrderSheet $sheet, array $follow_ups ): void {
		$document = $sheet->documents[ $task->id ] ?? null;
		printf(
			'<section class="orderinvoicer-document%1$s">'
				. '<h3>%2$s <span class="orderinvoicer-badge is-%3$s">%4$s</span></h3>',
			esc_attr( $task->key->effect === Effect::CreateCreditNote ? ' is-below' : '' ),
			esc_html( $this->sheet->name( $task, $document ) ),
			esc_attr( $this->sheet->look( $task, $document ) ),
			esc_html( $this->sheet->state( $task, $document ) )
		);
		$this->render_link( $task, $document );
		foreach ( $this->rules->of_document( $sheet, $task->id ) as $sentence ) {
			printf( '<p>%s</p>', esc_html( $sentence ) );
		}
		$this->render_what_to_do( $task, $order, $sheet );
		foreach ( $follow_ups as $follow_up ) {
			$this->render_small( $follow_up, $order, $sheet );
		}
		$this->paid_back->render( $task, $order, $sheet );
		echo '</section>';
	}

	private function render_link( Task $task, ?SheetDocument $document ): void {
		$url = $this->texts->url( $task );
		if ( $url !== '' ) {
			printf(
				'<p><a href="%1$s">%2$s</a>%3$s%4$s</p>',
				esc_url( $url ),
				esc_html( $this->texts->document( $task ) ),
				esc_html( $this->dated( $document ) ),
				wp_kses_post( $this->pdf( $task ) )
			);
		}
		if ( $document !== null ) {
			$this->print_figures( $document, $this->texts->document( $task ) );
		}
	}

	private function pdf( Task $task ): string {
		$url = $this->texts->pdf( $task );
		return $url === '' ? '' : sprintf(
			' · <a href="%1$s" aria-label="%2$s">PDF</a>',
			esc_url( $url ),
			esc_attr( "PDF, {$this->texts->document( $task )}" )
		);
	}

	private function dated( ?SheetDocument $document ): string {
		$date = $document === null ? '' : $this->sheet->date( $document );
		return $date === '' ? '' : " · $date";
	}

	/** A payment, an e-mail, a state: one line while all is well. */
	public function render_small( Task $task, \WC_Order $order, OrderSheet $sheet ): void {
		printf( '<p>%s</p>', esc_html( $this->sheet->follow_up( $task, $sheet->went_over( $task ) ) ) );
		$this->render_what_to_do( $task, $order, $sheet );
	}

	public function render_problem( Problem $problem, string $currency = '' ): void {
		printf(
			'<p>%1$s<br>%2$s</p>',
			esc_html( $this->texts->problem( $problem, $currency ) ),
			esc_html( $this->texts->next_step( $problem, $currency ) )
		);
	}

	private function render_what_to_do( Task $task, \WC_Order $order, OrderSheet $sheet ): void {
		if ( $task->problem !== null && $task->state !== TaskState::Done ) {
			$this->render_problem( $task->problem, $order->get_currency( 'edit' ) );
		}
		$not_before = $this->sheet->not_before( $task, $sheet->now );
		if ( $not_before !== '' ) {
			printf( '<p>%s</p>', esc_html( $not_before ) );
		}
		// Then linking it comes before all else.
		if ( $task->asks( ProblemCode::ProformaInvoiced ) ) {
			$this->render_link_offer(
				$task,
				$order,
				$sheet,
				__( 'Link the invoice that was made in Sellsy', 'orderinvoicer' )
			);
		}
		foreach ( ( new Offers( $order->get_status( 'edit' ), $sheet->rows ) )->of_row( $task ) as $offer ) {
			$offer->why_not === null
				? $this->render_act( $task, $offer, $order, $sheet )
				: $this->render_why_not( $offer );
		}
	}

	private function render_act( Task $task, Offer $offer, \WC_Order $order, OrderSheet $sheet ): void {
		$asks = in_array( $offer->act, [ RowAct::ChooseCustomer, RowAct::MakeNow ], true )
			? []
			: $this->questions->of_offer( $offer, $order );
		match ( $offer->act ) {
			RowAct::ChooseCustomer => $this->candidates->render( $task, $order ),
			RowAct::MakeNow        => null, // "Create now" stands further down.
			RowAct::AcceptCompany  => printf( // What would be done is read before the button asks it once more.
				'<p>%s</p>',
				wp_kses( implode( '<br>', array_map( 'esc_html', $asks ) ), [ 'br' => [] ] )
			),
			RowAct::RefuseCompany  =>
				$this->actions->print_reason( __( 'Why not? The customer reads this', 'orderinvoicer' ) ),
			RowAct::DoneByHand     => $task->asks( ProblemCode::ProformaInvoiced ) ? null : $this->render_link_offer(
				$task,
				$order,
				$sheet,
				__( 'Made by hand? Link it by its number', 'orderinvoicer' )
			), // What the person made is rather linked, where it is a document.
			default                => null,
		};
		if ( ! self::stands_elsewhere( $offer, $task ) ) {
			$said = $offer->is_all_the_same() ? OrderActions::BY_HAND : ":{$offer->amount()}";
			$this->actions->print_button(
				rtrim( "{$offer->act->value}:{$task->id}$said", ':' ),
				$offer->is_all_the_same()
					? $this->offer_text->label( $offer )
					: $this->act_text->button( $offer->act, $task->key->effect ),
				$asks
			);
		}
	}

	/** A customer is chosen among several; a document that waits, or was left out, has "Create now" further down. */
	private static function stands_elsewhere( Offer $offer, Task $task ): bool {
		return in_array( $offer->act, [ RowAct::ChooseCustomer, RowAct::MakeNow ], true ) || (
			$offer->act === RowAct::Retry
			&& $task->state === TaskState::Queued
			&& RowActs::can_be_asked_for( $task )
		);
	}

	/** "Create now" says it itself, and so does an order that is no sale. */
	private function render_why_not( Offer $offer ): void {
		if ( $offer->act !== RowAct::MakeNow ) {
			printf( '<p>%s</p>', esc_html( $this->offer_text->refused( $offer ) ) );
		}
	}

	private function render_link_offer( Task $task, \WC_Order $order, OrderSheet $sheet, string $label ): void {
		foreach ( $this->offers as $offer ) {
			$offer->print_offer( $task, $order, $sheet->rows, $label );
		}
	}

	/**
	 * What a document is worth, beside its order.
	 *
	 * @param string $name of the document, for those who hear the table.
	 */
	private function print_figures( SheetDocument $document, string $name ): void {
		$figures = $this->sheet->figures( $document );
		if ( $figures === [] ) {
			printf( '<p>%s</p>', esc_html__( 'Its amounts are not known here yet.', 'orderinvoicer' ) );
			return;
		}
		printf(
			'<table class="orderinvoicer-figures"><caption class="screen-reader-text">%s</caption><tbody>',
			esc_html( $name )
		);
		foreach ( $figures as [ $what, $amount ] ) {
			printf( '<tr><th scope="row">%1$s</th><td>%2$s</td></tr>', esc_html( $what ), esc_html( $amount ) );
		}
		echo '</tbody></table>';
		$sentences = [
			$this->sheet->agreement( $document ),
			$this->sheet->credited( $document ),
			$this->sheet->paid( $document ),
			$this->sheet->in_sellsy( $document ),
			$this->sheet->as_of( $document ),
		];
		foreach ( $sentences as $sentence ) {
			if ( $sentence !== '' ) {
				printf( '<p>%s</p>', esc_html( $sentence ) );
			}
		}
	}
}
