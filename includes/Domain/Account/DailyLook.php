<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;

/**
 * Once a day: whether another shop writes with this one's code, what the account is called now, which database is the
 * shop's, and how a little of what was sold lately stands at Sellsy. A name that nobody asked for yet, as after an
 * update, is asked for at each pass until Sellsy answers.
 */
final class DailyLook {

	public const ALL_OF = [ 'parts' => DailyPart::class ];

	/** @param list<DailyPart> $parts */
	public function __construct(
		private readonly Account $account,
		private readonly ShopCodeCheck $shop_code_check,
		private readonly Site $site,
		private readonly array $parts,
	) {}

	public function run(): void {
		$is_due = $this->shop_code_check->is_due();
		if ( $is_due || $this->account->name() === null ) {
			$this->read_name();
		}
		if ( $is_due ) {
			$this->site->settle();
			$this->shop_code_check->look();
			foreach ( $this->parts as $part ) {
				$part->look();
			}
		}
	}

	private function read_name(): void {
		try {
			$this->account->read_name();
		} catch ( RemoteFailure ) {
			return; // The name of before stays until tomorrow: nothing depends on it.
		}
	}
}
