<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

/** WordPress's own help at the top of the page: what each of our screens is for, in the sequence of its tabs. */
final class HelpTabs {

	public function show(): void {
		$screen = get_current_screen();
		if ( $screen === null ) {
			return;
		}
		foreach ( $this->texts() as $tab => [ $title, $text ] ) {
			$link = sprintf(
				'<a href="%s">%s</a>',
				esc_url( AdminPage::url() . "#/$tab" ),
				esc_html__( 'Open this screen', 'orderinvoicer' )
			);
			$screen->add_help_tab(
				[
					'id'      => "orderinvoicer-$tab",
					'title'   => $title,
					'content' => '<p>' . esc_html( $text ) . '</p><p>' . $link . '</p>',
				]
			);
		}
	}

	/** @return array<string, array{string, string}> title and text, by the tab of the app. */
	private function texts(): array {
		return $this->everyday() + $this->settings() + $this->mappings();
	}

	/** @return array<string, array{string, string}> */
	private function everyday(): array {
		return [
			'overview'    => [
				__( 'Overview', 'orderinvoicer' ),
				__(
					'What this month and the last one came to, what needs you and how to mend it, and whether everything runs. Look here first.',
					'orderinvoicer'
				),
			],
			'tasks'       => [
				__( 'Log', 'orderinvoicer' ),
				__(
					'Each thing that was done in Sellsy for an order, or is still to be done: its document, its payment, its e-mail. Filter by “Needs you” to see what stopped, and why.',
					'orderinvoicer'
				),
			],
			'orders'      => [
				__( 'Old orders', 'orderinvoicer' ),
				__(
					'Documents for orders that came before the start date: first tried without creating anything, then counted, then made in the background.',
					'orderinvoicer'
				),
			],
			'diagnostics' => [
				__( 'Diagnostics', 'orderinvoicer' ),
				__(
					'For people who help: checks, versions and the last messages, without names, addresses or keys. It can be posted in public.',
					'orderinvoicer'
				),
			],
			'setup'       => [
				__( 'Set up step by step', 'orderinvoicer' ),
				__(
					'Six steps from the keys of Sellsy to the first invoice. Nothing is sent before the last step, and you can leave and come back at any time.',
					'orderinvoicer'
				),
			],
		];
	}

	/** @return array<string, array{string, string}> */
	private function settings(): array {
		return [
			'connection' => [
				__( 'Connection', 'orderinvoicer' ),
				__(
					'The keys with which this shop works in Sellsy, and the rights that they have. Test the connection after each change at Sellsy.',
					'orderinvoicer'
				),
			],
			'documents'  => [
				__( 'Documents', 'orderinvoicer' ),
				__(
					'Which documents your orders become, when, and whether they are final at once. What is switched off is folded; “Show settings” opens it.',
					'orderinvoicer'
				),
			],
			'taxes'      => [
				__( 'Taxes', 'orderinvoicer' ),
				__(
					'Which tax of Sellsy each VAT rate of the shop is. An order with a rate that has none waits until you choose.',
					'orderinvoicer'
				),
			],
			'payments'   => [
				__( 'Payments', 'orderinvoicer' ),
				__(
					'Whether payments and refunds are recorded in Sellsy, and as which payment method.',
					'orderinvoicer'
				),
			],
		];
	}

	/** @return array<string, array{string, string}> */
	private function mappings(): array {
		return [
			'statuses'  => [
				__( 'Statuses', 'orderinvoicer' ),
				__(
					'What a document becomes in Sellsy when its order gets another status, and what tells that an order was shipped.',
					'orderinvoicer'
				),
			],
			'customers' => [
				__( 'Customers', 'orderinvoicer' ),
				__(
					'How the customer of an order is found in Sellsy, and which ones were found. A wrong choice can be taken back here.',
					'orderinvoicer'
				),
			],
			'products'  => [
				__( 'Products', 'orderinvoicer' ),
				__(
					'How products are found in Sellsy’s catalogue by their reference, and what is done where there is none.',
					'orderinvoicer'
				),
			],
		];
	}
}
