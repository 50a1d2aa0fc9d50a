<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Emails\OwnerIsTold;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Features\OwnerMail\Rules\OwnerMails;
use OrderInvoicer\Features\OwnerMail\Rules\StoppedGroup;
use OrderInvoicer\Wording\Names\ShopLanguage;

/** Sends the owner's e-mails by WooCommerce, in the site's language whoever's request the pass runs in. */
final class OwnerMailer implements OwnerMails, OwnerIsTold {

	/** @param \Closure(): OwnerTexts $owner_texts */
	public function __construct(
		private readonly \Closure $owner_texts,
		private readonly Logger $logger,
	) {}

	public function tells_of_standstill(): bool {
		return OwnerEmails::is_on( OwnerEmails::STANDSTILL );
	}

	public function tells_by_digest(): bool {
		return OwnerEmails::is_on( OwnerEmails::DIGEST );
	}

	public function stands_still( array $causes ): bool {
		return $this->mail(
			OwnerEmails::STANDSTILL,
			static fn ( OwnerTexts $texts ): OwnerMessage => $texts->stands_still( $causes )
		);
	}

	public function goes_on( \DateTimeImmutable $stood_since ): bool {
		return $this->mail(
			OwnerEmails::STANDSTILL,
			static fn ( OwnerTexts $texts ): OwnerMessage => $texts->goes_on( $stood_since )
		);
	}

	public function at_once( int $order_id, Problem $problem ): void {
		if ( $this->tells_by_digest() ) {
			$this->digest( 1, [ new StoppedGroup( 1, $order_id, $problem ) ] );
		}
	}

	public function digest( int $orders, array $groups ): bool {
		return $this->mail(
			OwnerEmails::DIGEST,
			static fn ( OwnerTexts $texts ): OwnerMessage => $texts->digest( $orders, $groups )
		);
	}

	/** An example, whether it is switched on or not. */
	public function test( string $id, string $to ): bool {
		$email = $this->email( $id );
		return $email !== null && ShopLanguage::text(
			fn (): bool => $email->deliver_alone(
				( $this->owner_texts )()->example( $id )->after(
					__( 'This is a test: nothing has happened.', 'orderinvoicer' )
				),
				$to
			)
		);
	}

	/** @return list<OwnerEmail> */
	public function emails(): array {
		return array_values( array_filter( array_map( $this->email( ... ), OwnerEmails::ALL ) ) );
	}

	/**
	 * One that other code of the site holds back counts as told.
	 *
	 * @param \Closure( OwnerTexts ): OwnerMessage $message
	 */
	private function mail( string $id, \Closure $message ): bool {
		$email = $this->email( $id );
		if ( $email === null || ! $email->is_enabled() ) {
			return true;
		}
		$to   = $email->get_recipient();
		$left = $to === '' || ShopLanguage::text(
			fn (): bool => $email->deliver( $message( ( $this->owner_texts )() ), $to )
		);
		if ( ! $left ) {
			$this->logger->error( "The owner's e-mail did not leave; the next pass tries again.", [ 'kind' => $id ] );
		}
		return $left;
	}

	/** Null where other code took it off WooCommerce's list. */
	private function email( string $id ): ?OwnerEmail {
		$email = WC()->mailer()->get_emails()[ $id ] ?? null;
		return $email instanceof OwnerEmail ? $email : null;
	}
}
