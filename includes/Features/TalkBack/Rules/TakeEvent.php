<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Assumptions\Observations;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/**
 * Somebody sent an event to the shop's address, which anybody may do. What does not bear Sellsy's signature costs one
 * read. What does is a hint and nothing more: the document that it names is read at Sellsy, after the answer. So an
 * event that comes twice, late or out of order does no harm. One that is not signed so may be anybody's, and shows
 * nothing of Sellsy.
 *
 * @assumes signature
 */
final class TakeEvent {

	/** Bytes. */
	public const LARGEST = 65_536;

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly KeptWebhook $kept,
		private readonly SignedEvents $signed,
		private readonly EventLimit $limit,
		private readonly DocumentEvents $documents,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
		private readonly Observations $observations,
	) {}

	/** @param string $body as it came, up to one byte more than the largest. */
	public function take( string $body, string $signature ): Taken {
		if ( strlen( $body ) > self::LARGEST ) {
			return Taken::TooLarge;
		}
		if ( ! $this->is_signed( $body, $signature ) ) {
			return Taken::NotSigned;
		}
		$document = $this->signed->document( $body );
		if ( $document === null ) {
			return Taken::Noted;
		}
		if ( ! $this->limit->take( $this->clock->now() ) ) {
			return Taken::TooMany;
		}
		if ( $this->documents->note( ...$document ) ) {
			$this->observations->saw( Assumption::Signature, true, 'signed' );
			$this->queue->start();
		}
		return Taken::Noted;
	}

	private function is_signed( string $body, string $signature ): bool {
		if ( $signature === '' || ! $this->settings->get()->talk_back->webhooks ) {
			return false;
		}
		$key = $this->kept->get()->key ?? '';
		return $key !== '' && $this->signed->is_signed( $body, $signature, $key );
	}
}
