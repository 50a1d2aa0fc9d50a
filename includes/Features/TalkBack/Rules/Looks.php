<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Site;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Seen\LastLooks;
use OrderInvoicer\Domain\Seen\Round;
use OrderInvoicer\Domain\System\KeptValues;
use OrderInvoicer\Domain\Work\ListLook;

/**
 * Where the looks at Sellsy are kept from one pass to the next. Two passes at once: a look goes on only from where it
 * was seen, and the other one stops. /
 *
 * An option for each round and kind, `<account> <began> <whole> <marks> <position>`, and one for payments, `<account>
 * <since> <whole> <seen> <newest> <position>`: moments as seconds and 0 for never. A position is Sellsy's word and may
 * hold anything. Each moves on only from the text that was read. There is one set: in another account all looks begin
 * anew, back in a former one too. Else what was made in between would be looked for there, and be missing. /
 */
final class Looks implements LastLooks {

	public const PREFIX = 'orderinvoicer_look_';

	public function __construct(
		private readonly KeptValues $values,
		private readonly Site $site,
	) {}

	public function round( DocumentKind $kind, Round $round ): ListLook {
		return ListLook::read( $this->kept( "{$round->value}_{$kind->value}" ) );
	}

	/** @return bool false: it is another by now, and stays so. */
	public function move_round( DocumentKind $kind, Round $round, ListLook $was, ListLook $to ): bool {
		return $this->move( "{$round->value}_{$kind->value}", $was->text(), $to->text() );
	}

	public function documents_at( DocumentKind $kind, Round $round ): ?\DateTimeImmutable {
		return $this->round( $kind, $round )->whole_at;
	}

	public function payments_at(): ?\DateTimeImmutable {
		return $this->payments()->whole_at;
	}

	public function payments(): PaymentsLook {
		$kept = $this->kept( 'payments' );
		[ $since, $whole, $seen, $newest, $position ] = explode( ' ', "$kept    ", 5 );
		$since_at                                     = ListLook::moment( $since );
		return $since_at === null ? new PaymentsLook() : new PaymentsLook(
			since: $since_at,
			seen: (int) $seen,
			newest: (int) $newest,
			position: rtrim( $position ),
			whole_at: ListLook::moment( $whole ),
		);
	}

	/** @return bool false: it is another by now, and stays so. */
	public function move_payments( PaymentsLook $was, PaymentsLook $to ): bool {
		return $this->move(
			'payments',
			$was->since === null ? '' : self::of_payments( $was ),
			self::of_payments( $to )
		);
	}

	private function move( string $look, string $was, string $to ): bool {
		$name    = self::PREFIX . $look;
		$account = $this->account();
		$stored  = $was === '' ? $this->values->get( $name ) : "$account$was";
		return match ( true ) {
			$was === $to   => true,
			$was === '' && str_starts_with( $stored, $account ) => false, // Somebody has begun it.
			default        => $this->values->swap( $name, $stored, "$account$to" ),
		};
	}

	/** @return string empty where there is none, or another account's. */
	private function kept( string $look ): string {
		$stored  = $this->values->get( self::PREFIX . $look );
		$account = $this->account();
		return str_starts_with( $stored, $account ) ? substr( $stored, strlen( $account ) ) : '';
	}

	private static function of_payments( PaymentsLook $look ): string {
		return implode(
			' ',
			[
				$look->since?->getTimestamp() ?? 0,
				$look->whole_at?->getTimestamp() ?? 0,
				$look->seen,
				$look->newest,
				$look->position,
			]
		);
	}

	/** With the space that follows it. */
	private function account(): string {
		return substr( md5( $this->site->known_account() ), 0, 8 ) . ' ';
	}
}
