<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

/** Each of our screens, and the help that stands with it: those of the settings page by the names of its tabs. */
enum HelpTopic: string {

	case Overview    = 'overview';
	case Tasks       = 'tasks';
	case Connection  = 'connection';
	case Documents   = 'documents';
	case Taxes       = 'taxes';
	case Payments    = 'payments';
	case Statuses    = 'statuses';
	case Customers   = 'customers';
	case Products    = 'products';
	case Emails      = 'emails';
	case OldOrders   = 'orders';
	case Diagnostics = 'diagnostics';
	case Setup       = 'setup';
	case OrderBox    = 'order-box';
	case OrderList   = 'order-list';
	case Bulk        = 'bulk';
	case Network     = 'network';

	/** @return list<self> the tabs of the settings page. */
	public static function of_app(): array {
		return array_values(
			array_filter( self::cases(), static fn ( self $topic ): bool => ! $topic->is_elsewhere() )
		);
	}

	public function is_elsewhere(): bool {
		return in_array( $this, [ self::OrderBox, self::OrderList, self::Bulk, self::Network ], true );
	}

	public function title(): string {
		return match ( $this ) {
			self::Overview    => __( 'Overview', 'orderinvoicer' ),
			self::Tasks       => __( 'Log', 'orderinvoicer' ),
			self::Connection  => __( 'Connection', 'orderinvoicer' ),
			self::Documents   => __( 'Documents', 'orderinvoicer' ),
			self::Taxes       => __( 'Taxes', 'orderinvoicer' ),
			self::Payments    => __( 'Payments', 'orderinvoicer' ),
			self::Statuses    => __( 'Statuses', 'orderinvoicer' ),
			self::Customers   => __( 'Customers', 'orderinvoicer' ),
			self::Products    => __( 'Products', 'orderinvoicer' ),
			self::Emails      => __( 'E-mails', 'orderinvoicer' ),
			self::OldOrders   => __( 'Old orders', 'orderinvoicer' ),
			self::Diagnostics => __( 'Diagnostics', 'orderinvoicer' ),
			self::Setup       => __( 'Set up step by step', 'orderinvoicer' ),
			self::OrderBox    => __( 'Sellsy: one order', 'orderinvoicer' ),
			self::OrderList   => __( 'Sellsy: the list of orders', 'orderinvoicer' ),
			self::Bulk        => __( 'Documents in Sellsy', 'orderinvoicer' ),
			self::Network     => __( 'Order Invoicer', 'orderinvoicer' ),
		};
	}

	/** @return list<string> paragraphs: what the screen is for. */
	public function paragraphs(): array {
		return match ( $this ) {
			self::Overview    => [
				__( 'What this month and the last one came to, what needs you and how to mend it, and whether everything runs. Look here first.', 'orderinvoicer' ),
			],
			self::Tasks       => [
				__( 'Each thing that was done in Sellsy for an order, or is still to be done: its document, its payment, its e-mail. Filter by “Needs you” to see what stopped, and why.', 'orderinvoicer' ),
			],
			self::Connection  => [
				__( 'The keys with which this shop works in Sellsy, and the rights that they have. Test the connection after each change at Sellsy.', 'orderinvoicer' ),
			],
			self::Documents   => [
				__( 'Which documents your orders become, when, and whether they are final at once. What is switched off is folded; “Show settings” opens it.', 'orderinvoicer' ),
				__( 'Where orders are not all alike, add rules to a document. They are read from top to bottom, and the first one that fits an order says what is made of it.', 'orderinvoicer' ),
			],
			self::Taxes       => [
				__( 'Which tax of Sellsy each VAT rate of the shop is. An order with a rate that has none waits until you choose.', 'orderinvoicer' ),
			],
			self::Payments    => [
				__(
					'Whether payments and refunds are recorded in Sellsy, and as which payment method.',
					'orderinvoicer'
				),
			],
			self::Statuses    => [
				__( 'What a document becomes in Sellsy when its order gets another status, and what tells that an order was shipped.', 'orderinvoicer' ),
			],
			self::Customers   => [
				__( 'How the customer of an order is found in Sellsy, and which ones were found. A wrong choice can be taken back here.', 'orderinvoicer' ),
			],
			self::Products    => [
				__( 'How products are found in Sellsy’s catalogue by their reference, and what is done where there is none.', 'orderinvoicer' ),
			],
			self::Emails      => [
				__( 'The e-mails with which your customers get their documents, and those that tell you when something needs you. All of them are WooCommerce’s e-mails: their texts are changed there.', 'orderinvoicer' ),
			],
			self::OldOrders   => [
				__( 'Documents for orders that came before the start date: first tried without creating anything, then counted, then made in the background.', 'orderinvoicer' ),
			],
			self::Diagnostics => [
				__( 'For people who help: checks, versions and the last messages, without names, addresses or keys. It can be posted in public.', 'orderinvoicer' ),
			],
			self::Setup       => [
				__( 'Six steps from the keys of Sellsy to the first invoice. Nothing is sent before the last step, and you can leave and come back at any time.', 'orderinvoicer' ),
			],
			self::OrderBox    => [
				__( 'The box “Sellsy” shows each document of this order with its state, its amounts and what is still to come. What cannot be undone asks first.', 'orderinvoicer' ),
				__( 'Was a document made by hand in Sellsy? Link it here: the plugin then knows it and makes no second one.', 'orderinvoicer' ),
			],
			self::OrderList   => [
				__( 'The column “Sellsy” shows how far each order’s documents are; a click on one opens it. The two choices above the list filter by it.', 'orderinvoicer' ),
				__( 'Tick orders and choose a bulk action to create, finalise or try again. You see what will be done before it is done.', 'orderinvoicer' ),
			],
			self::Bulk        => [
				__( 'This page shows what would be done for the orders that you ticked, and which are left out and why. Nothing is done before you press the button. The work then goes on in the background, and a notice above your orders says how far it is.', 'orderinvoicer' ),
			],
			self::Network     => [
				__( 'Every site of the network on which the plugin is active: whether it is connected, which Sellsy account it writes to, and what waits. Its settings are on the site itself.', 'orderinvoicer' ),
			],
		};
	}
}
