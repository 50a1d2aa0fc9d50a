<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

/** Each of our screens, and the help that stands with it: those of the settings page by the names of its tabs. */
enum HelpTopic: string {

	case Overview    = 'overview';
	case ToDo        = 'todo';
	case History     = 'history';
	case Figures     = 'figures';
	case Essentials  = 'settings';
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
	case Log         = 'log';
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
			self::ToDo        => __( 'To do', 'orderinvoicer' ),
			self::History     => __( 'History', 'orderinvoicer' ),
			self::Figures     => __( 'Figures', 'orderinvoicer' ),
			self::Essentials  => __( 'Essentials', 'orderinvoicer' ),
			self::Connection  => __( 'Connection', 'orderinvoicer' ),
			self::Documents   => __( 'Documents', 'orderinvoicer' ),
			self::Taxes       => __( 'Taxes', 'orderinvoicer' ),
			self::Payments    => __( 'Payments', 'orderinvoicer' ),
			self::Statuses    => __( 'Statuses', 'orderinvoicer' ),
			self::Customers   => __( 'Customers', 'orderinvoicer' ),
			self::Products    => __( 'Products and stock', 'orderinvoicer' ),
			self::Emails      => __( 'E-mails', 'orderinvoicer' ),
			self::OldOrders   => __( 'Old orders', 'orderinvoicer' ),
			self::Diagnostics => __( 'Diagnostics', 'orderinvoicer' ),
			self::Log         => __( 'Technical log', 'orderinvoicer' ),
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
			self::ToDo        => [
				__( 'The orders that need you, and only those: what waits is done by itself.', 'orderinvoicer' ),
				__( 'Each line says what stopped, why, and what to do about it. Often one cause holds up many orders, such as a tax that is not set.', 'orderinvoicer' ),
				__( 'Put the cause right, then press “Retry” on the line, or retry all that have the same cause at once.', 'orderinvoicer' ),
				__( 'Where you do not get on, open the timeline of a line. It tells each try step by step, and can be copied for people who help you.', 'orderinvoicer' ),
			],
			self::History     => [
				__( 'Each document that was made of an order, or is to come. Look for it by order, document, customer or e-mail address; open it to see what happened.', 'orderinvoicer' ),
				__(
					'“Download as CSV” gives your accountant what the filters leave, with VAT by rate.',
					'orderinvoicer'
				),
			],
			self::Figures     => [
				__( 'What a month, a quarter or days of your choice came to, beside the period before: final invoices and credit notes by their own date, orders by the day on which they were placed. Currencies are never added together.', 'orderinvoicer' ),
				__( 'What is paid and due was seen in Sellsy; the page says when. Each table can be downloaded for a spreadsheet.', 'orderinvoicer' ),
			],
			self::Essentials  => [
				__( 'What your orders become, in ten sentences. Each choice stands inside its sentence; below it you read what it would do to your newest order. Nothing changes before you save, and documents that exist stay as they are.', 'orderinvoicer' ),
				__( 'What a sentence does not tell is set on the other pages of the settings.', 'orderinvoicer' ),
			],
			self::Connection  => [
				__( 'The keys with which this shop works in Sellsy, and the rights that they have.', 'orderinvoicer' ),
				__( 'First create an access in Sellsy, tick the rights that this page names, and copy its two keys here. It takes three minutes, and needs a person who may create an API access there.', 'orderinvoicer' ),
				__( 'To connect creates nothing in Sellsy. What your orders become is chosen afterwards, step by step or under Documents.', 'orderinvoicer' ),
				__( 'When Sellsy refuses the keys or a right, the work that needs them waits, and a message on every screen says why. Put it right in Sellsy, then press “Test the connection” here.', 'orderinvoicer' ),
			],
			self::Documents   => [
				__( 'Which documents your orders become, when, and whether they are final at once. What is switched off is folded; “Show settings” opens it.', 'orderinvoicer' ),
				__( 'Begin with the invoice. Keep it a draft until you trust it: a final one is there to stay, and a mistake in it is put right by a credit note. Orders from before the start date are left alone.', 'orderinvoicer' ),
				__( 'Where orders are not all alike, add rules to a document. They are read from top to bottom, and the first one that fits an order says what is made of it.', 'orderinvoicer' ),
				__( 'A change counts for documents that are not made yet. Whether an order has its document, and why not, is said in the box “Sellsy” of the order and in the history.', 'orderinvoicer' ),
			],
			self::Taxes       => [
				__(
					'Which tax of Sellsy each VAT rate of the shop is, and which one stands for sales without VAT.',
					'orderinvoicer'
				),
				__( 'First press “Use all certain proposals”, look over the rest and save. What is still to be set stands first, that of most orders at the top.', 'orderinvoicer' ),
				__( 'From then on each line of a document carries the tax that is set here. The amounts are those of the order, to the cent.', 'orderinvoicer' ),
				__( 'An order with a rate that is not set stops and names it. The tax doctor on this page says what is missing or does not fit. Once it is set and saved, the order is tried again by itself; the history shows how it went.', 'orderinvoicer' ),
			],
			self::Payments    => [
				__(
					'Whether payments and refunds are recorded in Sellsy, and as which payment method.',
					'orderinvoicer'
				),
				__( 'First choose, for each way to pay that your shop offers, what it is called in Sellsy, and save. “Use all certain proposals” takes what surely fits.', 'orderinvoicer' ),
				__( 'Money that an order received is recorded on its invoice once the invoice is final. Sellsy takes none on a draft.', 'orderinvoicer' ),
				__( 'A payment whose method is not set stops and names it; the invoice itself is not held up. Set the method here and save: the payment is tried again by itself; the history shows how it went.', 'orderinvoicer' ),
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
				__( 'Documents for orders from before the start date. By themselves they get none.', 'orderinvoicer' ),
				__( 'First start the dry run. It shows what your settings would make of your latest orders, and what would stop. Nothing is created.', 'orderinvoicer' ),
				__( 'Then choose the days, count the orders, and have the documents made. That goes on in the background, new orders first; you may leave this page, pause it, or stop it for good.', 'orderinvoicer' ),
				__( 'What stops waits for you under “To do”, with its reason. Once that is put right, retry it there: no order gets a document twice.', 'orderinvoicer' ),
			],
			self::Diagnostics => [
				__( '“Is my Sellsy account fine?” asks your account what the plugin needs to know, in about two minutes, and says what it saw. It deletes what it makes for that, but for the drafts that you may ask for.', 'orderinvoicer' ),
				__( 'For people who help: checks, versions and the last messages, without names, addresses or keys. It can be posted in public.', 'orderinvoicer' ),
			],
			self::Log         => [
				__( 'Each thing that was done in Sellsy for an order, or is still to be done: its document, its payment, its e-mail. What waits needs nobody: it is done by itself.', 'orderinvoicer' ),
			],
			self::Setup       => [
				__( 'Four steps from the keys of Sellsy to the first invoice. Nothing is switched on before the last one. You can leave at any time: what you chose stays in your browser for a week.', 'orderinvoicer' ),
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
