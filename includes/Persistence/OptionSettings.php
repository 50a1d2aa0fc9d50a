<?php

declare( strict_types=1 );

namespace OrderInvoicer\Persistence;

use OrderInvoicer\Application\Ports\SettingsStore;
use OrderInvoicer\Domain\Settings\InvoiceSettings;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\ShopCodeProposal;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\WooCommerce\ShopTexts;

defined( 'ABSPATH' ) || exit;

/** One option, autoloaded: it is asked on each change of an order's status. */
final class OptionSettings implements SettingsStore {

	public const OPTION = 'orderinvoicer_settings';

	/** Minor units. Of realistic orders one in a thousand needs more. */
	private const ROUNDING_CAP = 5;

	public function __construct(
		private readonly SettingsArray $arrays,
		private readonly ShopCodeProposal $proposal,
		private readonly ShopTexts $texts = new ShopTexts(),
	) {}

	public function get(): Settings {
		$stored  = get_option( self::OPTION, [] );
		$stored  = is_array( $stored ) ? $stored : [];
		$invoice = $stored['invoice'] ?? null;
		return $this->arrays->merged( $this->defaults( is_array( $invoice ) && isset( $invoice['subject'] ) ), $stored );
	}

	public function save( Settings $settings ): void {
		update_option( self::OPTION, $this->arrays->to_array( $settings ), true );
	}

	/**
	 * Drafts until the owner asks for more; nothing at all until it is switched on.
	 *
	 * @param bool $has_subject what is stored has one: no translation need be loaded, as on each change of a status.
	 */
	private function defaults( bool $has_subject ): Settings {
		return new Settings(
			$this->proposal->from_url( home_url() ),
			new InvoiceSettings( false, new Trigger( Trigger::PAID ), '', false, null, null, null, null, $has_subject ? '' : $this->texts->subject(), '' ),
			true,
			self::ROUNDING_CAP,
			[],
			[],
			null,
			false,
			false,
		);
	}
}
