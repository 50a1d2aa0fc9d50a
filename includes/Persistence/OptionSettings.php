<?php

declare( strict_types=1 );

namespace OrderInvoicer\Persistence;

use OrderInvoicer\Application\Ports\SettingsStore;
use OrderInvoicer\Domain\Settings\InvoiceSettings;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\ShopCodeProposal;
use OrderInvoicer\Domain\Settings\Trigger;

defined( 'ABSPATH' ) || exit;

/** One option, autoloaded: it is asked on each change of an order's status. */
final class OptionSettings implements SettingsStore {

	public const OPTION = 'orderinvoicer_settings';

	/** Minor units. Of realistic orders one in a thousand needs more. */
	private const ROUNDING_CAP = 5;

	public function __construct(
		private readonly SettingsArray $arrays,
		private readonly ShopCodeProposal $proposal,
	) {}

	public function get(): Settings {
		$stored = get_option( self::OPTION, [] );
		return $this->arrays->merged( $this->defaults(), is_array( $stored ) ? $stored : [] );
	}

	public function save( Settings $settings ): void {
		update_option( self::OPTION, $this->arrays->to_array( $settings ), true );
	}

	/** Drafts until the owner asks for more; nothing at all until it is switched on. */
	private function defaults(): Settings {
		return new Settings(
			$this->proposal->from_host( (string) wp_parse_url( home_url(), PHP_URL_HOST ) ),
			new InvoiceSettings( false, new Trigger( Trigger::PAID ), '', false, null, null, null, null, '{order_number}', '' ),
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
