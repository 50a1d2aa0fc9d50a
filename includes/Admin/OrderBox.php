<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\OrderSheet\BoxPart;
use OrderInvoicer\Admin\OrderSheet\CreditHints;
use OrderInvoicer\Admin\OrderSheet\OutlookPart;
use OrderInvoicer\Admin\OrderSheet\PaidBackPart;
use OrderInvoicer\Domain\Actions\Offer;
use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Actions\WhyNot;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\OrderSheet\ReadOrderSheet;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\WooCommerce\DocumentMeta;
use OrderInvoicer\Wording\HelpTopic;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * The box on the order screen, HPOS and legacy: where the order's documents stand, and what can be done. It asks Sellsy
 * nothing while the screen opens, and the database each question once.
 */
final class OrderBox {

	/** What of it is drawn anew while work goes on. */
	private const SHEET = 'orderinvoicer-order-sheet';

	/** No order yet: nothing can be asked for. */
	private const UNPLACED = [ 'auto-draft', 'checkout-draft' ];

	private readonly CreditHints $credits;

	public const ALL_OF = [ 'parts' => BoxPart::class ];

	/** @param list<BoxPart> $parts */
	public function __construct(
		private readonly ReadOrderSheet $sheets,
		private readonly SettingsStore $settings,
		private readonly DocumentMeta $meta,
		private readonly DocumentNames $names,
		private readonly OrderRow $row,
		private readonly OrderActions $actions,
		private readonly Obstacle $obstacle,
		private readonly NumberCheck $numbers,
		private readonly CreditPreviewPart $preview,
		private readonly OrderQuestions $questions,
		private readonly OutlookPart $outlook,
		private readonly LivePart $live,
		private readonly PaidBackPart $paid_back,
		private readonly array $parts,
		private readonly Sql $sql,
	) {
		$this->credits = new CreditHints( $settings );
	}

	public function register(): void {
		add_action( 'add_meta_boxes', [ $this, 'handle_add_meta_boxes' ] );
	}

	public function handle_add_meta_boxes(): void {
		if ( current_user_can( OrderActions::CAPABILITY ) ) {
			add_meta_box(
				OrderActions::BOX,
				__( 'Sellsy', 'orderinvoicer' ),
				[ $this, 'render' ],
				wc_get_page_screen_id( 'shop-order' ),
				'side',
				'default'
			);
		}
	}

	/** @param mixed $post_or_order a `WP_Post` on the legacy screen, a `WC_Order` under HPOS. */
	public function render( mixed $post_or_order ): void {
		$order = $post_or_order instanceof \WP_Post ? wc_get_order( $post_or_order->ID ) : $post_or_order;
		if ( ! $order instanceof \WC_Order || $order->get_id() === 0 ) {
			return;
		}
		if ( in_array( $order->get_status( 'edit' ), self::UNPLACED, true ) ) {
			printf( '<p>%s</p>', esc_html__( 'Documents can be made once the order is placed.', 'orderinvoicer' ) );
			return;
		}
		$this->sql->in_one_moment( fn () => $this->render_all( $order ) );
		Help::print_link( HelpTopic::OrderBox, __( 'Help with this box', 'orderinvoicer' ) );
	}

	private function render_all( \WC_Order $order ): void {
		printf( '<div id="%s" class="orderinvoicer-sheet">', esc_attr( self::SHEET ) );
		$sheet = $this->render_sheet( $order );
		echo '</div>';
		if ( $sheet !== null ) {
			$this->live->render( $order, $sheet );
			foreach ( $this->parts as $part ) {
				$part->render( $order, $sheet->rows );
			}
			$this->preview->render( $order, new OrderRows( $sheet->rows ) );
			$this->actions->print_form_later( $order->get_id() );
			$this->paid_back->print_form_later( $order->get_id() );
		}
	}

	/** What is drawn anew while work goes on. */
	public function html( \WC_Order $order, OrderSheet $sheet ): string {
		ob_start();
		$this->sql->in_one_moment( fn () => $this->render_order( $order, $sheet ) );
		return (string) ob_get_clean();
	}

	/** Null where the database did not answer. */
	private function render_sheet( \WC_Order $order ): ?OrderSheet {
		try {
			$sheet = $this->sheets->read( $order->get_id() );
			$this->render_order( $order, $sheet );
			return $sheet;
		} catch ( DatabaseRefused ) {
			printf(
				'<p>%s</p>',
				esc_html__( 'The database did not answer. Load the page again in a moment.', 'orderinvoicer' )
			);
			return null;
		}
	}

	private function render_order( \WC_Order $order, OrderSheet $sheet ): void {
		$rows = new OrderRows( $sheet->rows );
		$this->render_question( $order );
		MoneyIsThere::print_why_not( $order );
		$offers    = new Offers( $order->get_status( 'edit' ), $sheet->rows, $this->meta->urls( $order ) );
		$elsewhere = $offers->elsewhere();
		$this->render_elsewhere( $elsewhere );
		if ( $rows->documents() === [] && $elsewhere === [] ) {
			printf( '<p>%s</p>', esc_html__( 'This order has no document at Sellsy yet.', 'orderinvoicer' ) );
		}
		foreach ( $sheet->valid_first( $rows->documents() ) as $row ) {
			$this->row->render( $row, $order, $sheet, $rows->follow_ups_of( $row->id ) );
		}
		foreach ( $rows->follow_ups_of( 0 ) as $row ) {
			$this->row->render_small( $row, $order, $sheet );
		}
		$this->outlook->render( $sheet->foreseen );
		$this->render_obstacle( $rows->rows );
		foreach ( $this->numbers->complaints( $order ) as $complaint ) {
			printf( '<p>%s</p>', esc_html( $complaint ) );
		}
		$invoice = $rows->document( DocumentKind::Invoice );
		if ( $invoice?->is_left_to_people() === true && $order->get_refunds() !== [] ) {
			$this->row->render_problem( new Problem( ProblemCode::InvoiceMissing ) );
		}
		$this->credits->render( $order, $sheet, $invoice, isset( $elsewhere[ DocumentKind::Invoice->value ] ) );
		$this->render_create_now( $order, $rows, $offers );
		$this->preview->render_why_not( $order, $rows );
	}

	/** Where the dialog could not ask. */
	private function render_question( \WC_Order $order ): void {
		$act      = $this->questions->asked();
		$question = $act === '' ? [] : $this->questions->questions( $order, $act );
		if ( $question !== [] ) {
			$this->actions->print_question( $act, $question );
		}
	}

	/** @param array<string, string> $elsewhere */
	private function render_elsewhere( array $elsewhere ): void {
		foreach ( $elsewhere as $kind => $url ) {
			printf(
				'<p>%1$s <a href="%2$s">%3$s</a></p>',
				esc_html__( 'Already made outside this plugin:', 'orderinvoicer' ),
				esc_url( $url ),
				esc_html( $this->names->kind( DocumentKind::from( $kind ) ) )
			);
		}
	}

	/**
	 * Why nothing happens although a button was pressed, unless a row says so itself.
	 *
	 * @param list<Task> $tasks
	 */
	private function render_obstacle( array $tasks ): void {
		$waiting  = array_values(
			array_filter( $tasks, static fn ( Task $task ): bool => $task->state === TaskState::Queued )
		);
		$obstacle = $tasks === [] || $waiting !== [] ? $this->obstacle->problem( $waiting ) : null;
		$said     = array_map( static fn ( Task $task ): ?ProblemCode => $task->problem?->code, $waiting );
		if ( $obstacle !== null && ! in_array( $obstacle->code, $said, true ) ) {
			$this->row->render_problem( $obstacle );
		}
	}

	private function render_create_now( \WC_Order $order, OrderRows $rows, Offers $offers ): void {
		$needed = [];
		foreach ( $offers->kinds( $this->settings->get() ) as $kind ) {
			$offer = $offers->make( $kind );
			if ( $offer->is_needed ) {
				$needed[ $kind->value ] = $offer;
			}
		}
		if ( array_filter( $needed, static fn ( Offer $one ): bool => $one->why_not === WhyNot::NoSale ) !== [] ) {
			$this->render_no_sale( $order, $rows );
			return;
		}
		foreach ( $needed as $value => $offer ) {
			$kind = DocumentKind::from( $value );
			if ( $offer->why_not === null ) {
				$this->actions->print_button(
					"{$offer->act->value}:$value" . ( $offer->is_all_the_same() ? OrderActions::BY_HAND : '' ),
					$this->ask_word( $kind, $offer->is_all_the_same() ),
					$this->questions->of_document( $order, $kind )
				);
			}
		}
	}

	/** Why nothing can be asked for, unless a row says so itself. */
	private function render_no_sale( \WC_Order $order, OrderRows $rows ): void {
		$is_said = array_filter(
			$rows->documents(),
			static fn ( Task $task ): bool => $task->state === TaskState::Skipped
		) !== [];
		if ( ! $is_said ) {
			$this->row->render_problem(
				WorkflowSelector::no_sale( wc_get_order_status_name( $order->get_status( 'edit' ) ) )
			);
		}
	}

	private function ask_word( DocumentKind $kind, bool $is_left_to_people ): string {
		return $is_left_to_people
			/* translators: %s: kind of document, such as Invoice; somebody made one by hand, or wanted none */
			? sprintf( __( 'Make it all the same: %s', 'orderinvoicer' ), $this->names->kind( $kind ) )
			/* translators: %s: kind of document, such as Invoice */
			: sprintf( __( 'Create now: %s', 'orderinvoicer' ), $this->names->kind( $kind ) );
	}
}
