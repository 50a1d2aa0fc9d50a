<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Place;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Features\OwnerMail\Rules\Cause;
use OrderInvoicer\Features\OwnerMail\Rules\StoppedGroup;
use OrderInvoicer\WooCommerce\AsTheShop;
use OrderInvoicer\Wording\Problems\ProblemText;

/** What the e-mails to the owner say. Of an order they name its number and nothing else. */
final class OwnerTexts {

	/** Facts that hold others' words, which may name people: an e-mail goes through many hands. */
	private const SAY_MORE = [ 'message', 'filter' ];

	/** @param string $page address of our page, without what follows `#`. */
	public function __construct(
		private readonly ProblemText $problems,
		private readonly string $page,
	) {}

	/** @param non-empty-list<Cause> $causes */
	public function stands_still( array $causes ): OwnerMessage {
		$of_all  = array_filter( $causes, static fn ( Cause $cause ): bool => ! $cause->is_of_one_kind );
		$entries = array_map( $this->cause( ... ), $causes );
		$codes   = array_map( static fn ( Cause $cause ): ProblemCode => $cause->problem->code, $causes );
		if ( in_array( ProblemCode::CopiedSite, $codes, true ) ) {
			return $this->of_a_copy( $entries );
		}
		return $of_all !== []
			? new OwnerMessage(
				__( 'everything stands still', 'orderinvoicer' ),
				__( 'No documents are made at the moment. Orders wait, and none is lost: what waits goes on once the cause is gone. You get another e-mail then.', 'orderinvoicer' ),
				$entries
			)
			: new OwnerMessage(
				__( 'part of the work stands still', 'orderinvoicer' ),
				__( 'One kind of work cannot be done at the moment; everything else goes on. What waits is done once the cause is gone. You get another e-mail then.', 'orderinvoicer' ),
				$entries
			);
	}

	/**
	 * A copy has the name of the shop: without a word its owner would look for the fault in the shop.
	 *
	 * @param list<OwnerEntry> $entries
	 */
	private function of_a_copy( array $entries ): OwnerMessage {
		$text = sprintf(
			/* translators: %s: address of a site. */
			__( 'This e-mail comes from %s, which looks like a copy of your shop. The copy makes no documents. Your shop itself goes on as before: its e-mails come from its own address.', 'orderinvoicer' ),
			home_url()
		);
		return new OwnerMessage( __( 'a copy of your shop makes no documents', 'orderinvoicer' ), $text, $entries );
	}

	public function goes_on( \DateTimeImmutable $stood_since ): OwnerMessage {
		$text = sprintf(
			/* translators: 1: day, 2: time of that day at which work had stopped. */
			__(
				'Work had stood still since %1$s, %2$s. What waited is being done now; there is nothing for you to do.',
				'orderinvoicer'
			),
			AsTheShop::day_of( $stood_since ),
			wp_date( wc_time_format(), $stood_since->getTimestamp() )
		);
		return new OwnerMessage( __( 'work goes on again', 'orderinvoicer' ), $text, [] );
	}

	/** @param non-empty-list<StoppedGroup> $groups */
	public function digest( int $orders, array $groups ): OwnerMessage {
		$news = sprintf(
			/* translators: %s: number of orders. */
			_n( '%s order needs you', '%s orders need you', $orders, 'orderinvoicer' ),
			number_format_i18n( $orders )
		);
		return new OwnerMessage(
			$news,
			__( 'These orders stopped, and only you can say how they go on. Mended once, a cause is gone for all of its orders.', 'orderinvoicer' ),
			array_map( $this->group( ... ), $groups )
		);
	}

	public function example( string $id ): OwnerMessage {
		return $id === OwnerEmails::STANDSTILL
			? $this->stands_still( [ new Cause( new Problem( ProblemCode::Unauthorized ), null ) ] )
			: $this->digest(
				4,
				[
					new StoppedGroup( 3, 0, new Problem( ProblemCode::PaymentMethodUnset, [ 'gateway' => 'bacs' ] ) ),
					new StoppedGroup( 1, 0, new Problem( ProblemCode::LinesMissing, [ 'order_total' => '12.00' ] ) ),
				]
			);
	}

	private function cause( Cause $cause ): OwnerEntry {
		return new OwnerEntry(
			title: '',
			text: $this->problems->text( $cause->problem ),
			next_step: $this->problems->next_step( $cause->problem ),
			url: "$this->page#/connection",
			link: __( 'Open the settings', 'orderinvoicer' )
		);
	}

	private function group( StoppedGroup $group ): OwnerEntry {
		$order = $group->order_id === 0 ? null : wc_get_order( $group->order_id );
		$order = $order instanceof \WC_Order ? $order : null;
		/* translators: %s: number of orders. */
		$count = _n( '%s order', '%s orders', $group->orders, 'orderinvoicer' );
		$code  = $group->problem->code;
		[ $url, $link ] = $this->way_out( $group, $order );
		return new OwnerEntry(
			title: sprintf(
				/* translators: 1: why orders stopped, such as "A tax rate has no Sellsy tax", 2: such as "3 orders". */
				__( '%1$s (%2$s)', 'orderinvoicer' ),
				$this->problems->title( $code ),
				sprintf( $count, number_format_i18n( $group->orders ) )
			),
			text: $this->told_of( $group, $order ),
			next_step: $this->problems->next_step( $group->problem, $this->currency( $group, $order ) ),
			url: $url,
			link: $link
		);
	}

	/** Of the order; empty where it is gone. The example is of no order, and of this shop. */
	private function currency( StoppedGroup $group, ?\WC_Order $order ): string {
		return $group->order_id === 0 ? get_woocommerce_currency() : (string) $order?->get_currency( 'edit' );
	}

	private function told_of( StoppedGroup $group, ?\WC_Order $order ): string {
		$text   = array_intersect( self::SAY_MORE, array_keys( $group->problem->facts ) ) !== []
			? __( 'The exact words stand on the order.', 'orderinvoicer' )
			: $this->problems->text( $group->problem, $this->currency( $group, $order ) );
		$number = $order === null ? (string) $group->order_id : (string) $order->get_order_number();
		return match ( true ) {
			$group->order_id === 0 => $text,
			/* translators: 1: number of an order, 2: sentence that says what happened. */
			$group->orders === 1   => sprintf( __( 'Order %1$s: %2$s', 'orderinvoicer' ), $number, $text ),
			/* translators: 1: number of an order, 2: sentence that says what happened. */
			default => sprintf( __( 'The newest is order %1$s. %2$s', 'orderinvoicer' ), $number, $text ),
		};
	}

	/**
	 * As the overview leads there.
	 *
	 * @return array{string, string} address and words.
	 */
	private function way_out( StoppedGroup $group, ?\WC_Order $order ): array {
		$list = "$this->page#/todo?problem={$group->problem->code->value}";
		return match ( $group->problem->traits()->place ) {
			Place::Taxes        => [ "$this->page#/taxes", __( 'Open the taxes', 'orderinvoicer' ) ],
			Place::RateCategory => [ "$this->page#/documents", __( 'Choose the rate category', 'orderinvoicer' ) ],
			Place::Rules        => [ "$this->page#/documents", __( 'See your rules', 'orderinvoicer' ) ],
			Place::SplitSales   => [ $list, __( 'Say who invoices', 'orderinvoicer' ) ],
			Place::Payments     => [ "$this->page#/payments", __( 'Choose the payment method', 'orderinvoicer' ) ],
			Place::Customer     => [ $list, __( 'Choose the customer', 'orderinvoicer' ) ],
			Place::Connection, Place::OldInterface =>
				[ "$this->page#/connection", __( 'Test the connection', 'orderinvoicer' ) ],
			null => $order === null || $group->orders > 1
				? [ $list, __( 'See these orders', 'orderinvoicer' ) ]
				: [
					$order->get_edit_order_url(),
					/* translators: %s: number of an order. */
					sprintf( __( 'Open order %s', 'orderinvoicer' ), $order->get_order_number() ),
				],
		};
	}
}
