<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\ChooseCustomer;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\SyncOrder;
use OrderInvoicer\Domain\Actions\TaskActs;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Domain\Work\TaskRunner;
use OrderInvoicer\Wording\ActText;
use OrderInvoicer\Wording\Problems\ProblemText;

/**
 * What the buttons of the order box do. They work without JavaScript: the box stands inside WooCommerce's own form, so
 * its buttons belong to a form of ours that is printed behind it.
 */
final class OrderActions {

	public const CAPABILITY = 'edit_shop_orders';

	/** Behind an act: so that a page of before does nothing twice. */
	public const BY_HAND = ':' . self::KNOWN;
	private const KNOWN  = 'by_hand';

	/** Id of the box on the order's screen. */
	public const BOX = 'orderinvoicer-order';

	/** What is posted to admin-post.php. */
	public const ACTION = 'orderinvoicer_order';

	private const FORM = 'orderinvoicer-order-form';

	/** Why a buyer's request is refused. */
	private const REASON = 'reason';

	/** In place of a customer: none of those offered. */
	private const NONE = 'none';

	/** WordPress keeps a button on one line; the box is 250 pixels wide, and other languages have longer words. */
	private const WRAPS = 'white-space: normal; line-height: 1.5; padding-block: 4px; text-align: start';

	public function __construct(
		private readonly SyncOrder $sync_order,
		private readonly TaskActs $acts,
		private readonly ChooseCustomer $choose_customer,
		private readonly OrderQuestions $questions,
		private readonly BuiltScript $script,
		private readonly TaskRunner $task_runner,
		private readonly Ledger $ledger,
		private readonly ProblemText $problems,
		private readonly ActText $act_text,
		private readonly Logger $logger,
	) {}

	public function register(): void {
		add_action( 'admin_post_' . self::ACTION, [ $this, 'handle_admin_post' ] );
	}

	public function print_form_later( int $order_id ): void {
		add_action(
			'admin_footer',
			static function () use ( $order_id ): void {
				printf(
					'<form id="%1$s" method="post" action="%2$s">',
					esc_attr( self::FORM ),
					esc_url( admin_url( 'admin-post.php' ) )
				);
				printf(
					'<input type="hidden" name="action" value="%1$s"><input type="hidden"'
						. ' name="order_id" value="%2$d">',
					esc_attr( self::ACTION ),
					absint( $order_id )
				);
				wp_nonce_field( self::ACTION . '_' . $order_id, '_wpnonce', false );
				echo '</form>';
			}
		);
	}

	/**
	 * @param string       $act      a RowAct with its row, `retry:12`, or with a kind, `make_now:invoice`; BY_HAND
	 *                               behind it where the person knows that somebody did it by hand, or the amount
	 *                               that is asked about.
	 * @param list<string> $question what the dialog of src/order-meta-box asks first; empty for nothing.
	 */
	public function print_button( string $act, string $label, array $question = [] ): void {
		if ( $question !== [] ) {
			$this->script->enqueue();
		}
		printf(
			'<p><button type="submit" class="button" style="%4$s" form="%1$s" name="act" value="%2$s"'
				. ' formnovalidate%5$s>%3$s</button></p>',
			esc_attr( self::FORM ),
			esc_attr( $act ),
			esc_html( $label ),
			esc_attr( self::WRAPS ),
			$question === [] ? '' : sprintf( ' data-question="%s"', esc_attr( (string) wp_json_encode( $question ) ) )
		);
	}

	/**
	 * The question of an act, in the box itself: where the dialog cannot ask it.
	 *
	 * @param list<string> $question
	 */
	public function print_question( string $act, array $question ): void {
		printf(
			'<div class="notice notice-warning inline"><p>%s</p>',
			wp_kses( implode( '<br>', array_map( 'esc_html', $question ) ), [ 'br' => [] ] )
		);
		printf(
			'<input type="hidden" form="%1$s" name="confirmed" value="%2$s">',
			esc_attr( self::FORM ),
			esc_attr( $act )
		);
		$this->print_button( $act, __( 'Yes, go on', 'orderinvoicer' ) );
		echo '</div>';
	}

	/** @param string $act `choose_customer` with its row. */
	public function print_choice_button( string $act, string $label ): void {
		printf(
			'<p><button type="submit" class="button" style="%4$s" form="%1$s" name="act"'
				. ' value="%2$s">%3$s</button></p>',
			esc_attr( self::FORM ),
			esc_attr( $act ),
			esc_html( $label ),
			esc_attr( self::WRAPS )
		);
	}

	/** @param CustomerRef|null $ref null for none of those offered. */
	public function print_customer_choice( ?CustomerRef $ref, string $label ): void {
		$value = $ref === null ? self::NONE : "{$ref->type->value}:{$ref->id}";
		printf(
			'<label><input type="radio" form="%1$s" name="customer" value="%2$s" required> %3$s</label><br>',
			esc_attr( self::FORM ),
			esc_attr( $value ),
			esc_html( $label )
		);
	}

	/**
	 * The customer reads it. Empty is answered when it is sent: other buttons belong to the same form. Enter in a field
	 * of one line would press the first of them.
	 */
	public function print_reason( string $label ): void {
		printf(
			'<p><label>%1$s<br><textarea rows="2" class="widefat" form="%2$s" name="%3$s" maxlength="%4$d"></textarea>'
				. '</label></p>',
			esc_html( $label ),
			esc_attr( self::FORM ),
			esc_attr( self::REASON ),
			absint( RowAct::LONGEST_REASON )
		);
	}

	public function handle_admin_post(): void {
		$order_id = absint( $this->posted( 'order_id' ) );
		check_admin_referer( self::ACTION . '_' . $order_id );
		$order = wc_get_order( $order_id );
		if (
			! $order instanceof \WC_Order
			|| ! current_user_can( self::CAPABILITY )
			|| ! current_user_can( 'edit_shop_order', $order_id )
		) {
			wp_die( esc_html__( 'You may not edit this order.', 'orderinvoicer' ), 403 );
		}
		$act = $this->posted( 'act' );
		if ( $this->posted( 'confirmed' ) !== $act && $this->questions->questions( $order, $act ) !== [] ) {
			$this->go_to( add_query_arg( OrderQuestions::ASKED, $act, $order->get_edit_order_url() ) );
			return;
		}
		try {
			$this->act( $order_id, $act );
		} catch ( NeedsAttention $refused ) {
			\WC_Admin_Meta_Boxes::add_error(
				esc_html( 'Order Invoicer: ' . $this->problems->sentences( $refused->problem ) )
			);
		} catch ( \Throwable $error ) {
			$this->logger->error( 'An action from the order screen failed.', [], $error );
			\WC_Admin_Meta_Boxes::add_error(
				esc_html__( 'Order Invoicer: this failed unexpectedly. Try again; if it fails once more, look at WooCommerce › Status › Logs, orderinvoicer, and send that log to support.', 'orderinvoicer' )
			);
		}
		$this->go_to( $order->get_edit_order_url() );
	}

	private function go_to( string $url ): void {
		if ( wp_safe_redirect( $url . '#' . self::BOX ) ) {
			exit;
		}
	}

	private function act( int $order_id, string $act ): void {
		[ $name, $object, $known ] = explode( ':', "$act::" );
		$act = RowAct::tryFrom( $name );
		if ( $act === RowAct::MakeNow ) {
			$this->sync_order->now(
				$order_id,
				DocumentKind::tryFrom( $object ) ?? DocumentKind::Invoice,
				$known === self::KNOWN
			);
			return;
		}
		$task = $act === null ? null : $this->ledger->find( (int) $object );
		if ( $act !== null && $task !== null && $task->key->order_id === $order_id ) {
			match ( $act ) {
				RowAct::ChooseCustomer => $this->choose( $task->id ),
				RowAct::RefuseCompany  => $this->acts->carry_out( $act, $task, false, $this->posted( self::REASON ) )
					?? \WC_Admin_Meta_Boxes::add_error( esc_html( $this->act_text->refusal( $act ) ) ),
				default                => $this->acts->carry_out( $act, $task, $known === self::KNOWN, $known ),
			};
			$this->task_runner->process( $task->id ); // The person waits for the answer.
		}
	}

	private function choose( int $task_id ): void {
		[ $type, $id ] = explode( ':', $this->posted( 'customer' ) . ':' );
		if ( $type === self::NONE ) {
			$this->choose_customer->choose( $task_id, null );
			return;
		}
		$type = CustomerType::tryFrom( $type );
		if ( $type !== null && (int) $id > 0 ) {
			$this->choose_customer->choose( $task_id, new CustomerRef( $type, (int) $id ) );
		}
	}

	private function posted( string $name ): string {
		// handle_admin_post() checks it; the nonce is bound to the order id, which must be read first.
		// phpcs:disable WordPress.Security.NonceVerification.Missing
		return isset( $_POST[ $name ] ) && is_string( $_POST[ $name ] )
			? sanitize_text_field( wp_unslash( $_POST[ $name ] ) )
			: '';
		// phpcs:enable
	}
}
