<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OrderSheet\PaidBackPart;
use OrderInvoicer\Admin\OrderSheet\RowOffer;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\OrderSheet\SheetDocument;
use OrderInvoicer\Wording\ActText;
use OrderInvoicer\Wording\FinalText;
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
		private readonly RowActs $acts,
		private readonly ActText $act_text,
		private readonly FinalText $finals,
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
		if ( self::was_surely_made( $task ) ) {
			$this->render_link_offer(
				$task,
				$order,
				__( 'Link the invoice that was made in Sellsy', 'orderinvoicer' )
			);
		}
		foreach ( $this->acts->while_order_is( $order->get_status( 'edit' ), $task, $sheet->rows ) as $act ) {
			$this->render_act( $task, $act, $order );
		}
	}

	private function render_act( Task $task, RowAct $act, \WC_Order $order ): void {
		match ( $act ) {
			RowAct::ChooseCustomer => $this->candidates->render( $task, $order ),
			RowAct::MakeNow => null, // "Create now" stands further down.
			RowAct::Retry => $this->render_retry( $task, $order ),
			RowAct::AcceptCompany => $this->render_accept( $task, $order ),
			RowAct::RefuseCompany => $this->render_refuse( $task ),
			RowAct::DoneByHand => $this->render_done_by_hand( $task, $order ),
			default => $this->actions->print_button(
				rtrim( "{$act->value}:{$task->id}:{$act->shown( $task )}", ':' ),
				$this->act_text->button( $act, $task->key->effect ),
				[ ...$this->finals->of_row( $task, $act, $order ), ...$this->act_text->asks( $act ) ]
			),
		};
	}

	/** What is asked for and what would be done stand in the box, before the button asks it once more. */
	private function render_accept( Task $task, \WC_Order $order ): void {
		$would = $this->finals->of_row( $task, RowAct::AcceptCompany, $order );
		printf( '<p>%s</p>', wp_kses( implode( '<br>', array_map( 'esc_html', $would ) ), [ 'br' => [] ] ) );
		$this->actions->print_button(
			RowAct::AcceptCompany->value . ":{$task->id}",
			$this->act_text->label( RowAct::AcceptCompany ),
			$would
		);
	}

	private function render_refuse( Task $task ): void {
		$this->actions->print_reason( __( 'Why not? The customer reads this', 'orderinvoicer' ) );
		$this->actions->print_button(
			RowAct::RefuseCompany->value . ":{$task->id}",
			$this->act_text->label( RowAct::RefuseCompany )
		);
	}

	/** What the person made is rather linked, where it is a document. */
	private function render_done_by_hand( Task $task, \WC_Order $order ): void {
		if ( ! self::was_surely_made( $task ) ) {
			$this->render_link_offer( $task, $order, __( 'Made by hand? Link it by its number', 'orderinvoicer' ) );
		}
		$this->actions->print_button(
			RowAct::DoneByHand->value . ":{$task->id}",
			$this->act_text->button( RowAct::DoneByHand, $task->key->effect ),
			$this->act_text->asks( RowAct::DoneByHand )
		);
	}

	/** Then linking it comes before all else. */
	private static function was_surely_made( Task $task ): bool {
		return $task->state === TaskState::Attention && $task->problem?->code === ProblemCode::ProformaInvoiced;
	}

	private function render_link_offer( Task $task, \WC_Order $order, string $label ): void {
		foreach ( $this->offers as $offer ) {
			$offer->print_offer( $task, $order, $label );
		}
	}

	private function render_retry( Task $task, \WC_Order $order ): void {
		if ( $task->state === TaskState::Queued && $this->has_create_now( $task ) ) {
			return;
		}
		$act = RowAct::Retry->value . ":{$task->id}";
		$task->is_left_to_people()
			? $this->actions->print_button(
				$act . OrderActions::BY_HAND,
				__( 'Do it all the same', 'orderinvoicer' ),
				$this->finals->of_row( $task, RowAct::Retry, $order )
			)
			: $this->actions->print_button(
				$act,
				$this->act_text->label( RowAct::Retry ),
				$this->finals->of_row( $task, RowAct::Retry, $order )
			);
	}

	/** A document that waits has "Create now" further down; one that is issued anew belongs to its credit note. */
	private function has_create_now( Task $task ): bool {
		return $task->key->revision === 0
			&& ! in_array( $task->key->effect->creates(), [ null, DocumentKind::CreditNote ], true );
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
