<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Doctor\Drafts\DraftCreditsTrial;
use OrderInvoicer\Features\Doctor\Drafts\DraftListsTrial;
use OrderInvoicer\Features\Doctor\Drafts\DraftPaymentsTrial;
use OrderInvoicer\Features\Doctor\Drafts\DraftsTrial;
use OrderInvoicer\Features\Doctor\Kept\Record;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Features\Doctor\Trials\About;
use OrderInvoicer\Features\Doctor\Trials\AccountTrial;
use OrderInvoicer\Features\Doctor\Trials\AddressTrial;
use OrderInvoicer\Features\Doctor\Trials\BasketsTrial;
use OrderInvoicer\Features\Doctor\Trials\BelowZeroTrial;
use OrderInvoicer\Features\Doctor\Trials\CategoriesTrial;
use OrderInvoicer\Features\Doctor\Trials\ChangesTrial;
use OrderInvoicer\Features\Doctor\Trials\CompanyTrial;
use OrderInvoicer\Features\Doctor\Trials\ContactsTrial;
use OrderInvoicer\Features\Doctor\Trials\DecimalsTrial;
use OrderInvoicer\Features\Doctor\Trials\DocumentsTrial;
use OrderInvoicer\Features\Doctor\Trials\ItemsTrial;
use OrderInvoicer\Features\Doctor\Trials\OlderApiTrial;
use OrderInvoicer\Features\Doctor\Trials\PaymentsTrial;
use OrderInvoicer\Features\Doctor\Trials\Trial;
use OrderInvoicer\Features\Doctor\Trials\WebhookTrial;

/** All trials, in their order: what one has made, the next ones use. */
final class TrialList {

	/** A new one is named here. */
	public const IN_ORDER = [
		AccountTrial::class,
		CompanyTrial::class,
		AddressTrial::class,
		ContactsTrial::class,
		ChangesTrial::class,
		DecimalsTrial::class,
		BasketsTrial::class,
		BelowZeroTrial::class,
		CategoriesTrial::class,
		ItemsTrial::class,
		WebhookTrial::class,
		DocumentsTrial::class,
		PaymentsTrial::class,
		OlderApiTrial::class,
		DraftsTrial::class,
		DraftListsTrial::class,
		DraftPaymentsTrial::class,
		DraftCreditsTrial::class,
	];

	/** @var array<string, Trial> by name. */
	private readonly array $trials;

	/** @param list<Trial> $trials in their order. */
	public function __construct( array $trials ) {
		$this->trials = array_combine(
			array_map( static fn ( Trial $one ): string => $one->about()->name, $trials ),
			$trials
		);
	}

	/** Null of one that another release knew. */
	public function get( string $name ): ?Trial {
		return $this->trials[ $name ] ?? null;
	}

	/**
	 * @param bool $again  whatever is known.
	 * @param bool $drafts who ticks it wants them tried.
	 * @return list<string> names.
	 */
	public function wanted( Record $record, bool $again, bool $drafts ): array {
		$is_wanted = fn ( Trial $trial ): bool => $trial->about()->leaves_drafts
			? $drafts
			: $again || $trial->about()->is_asked_each_time || $this->is_open( $trial->about(), $record );
		return array_keys( array_filter( $this->trials, $is_wanted ) );
	}

	/** What is not known yet, or was asked otherwise by an older release. */
	private function is_open( About $about, Record $record ): bool {
		foreach ( $about->answers as $assumption ) {
			$known = $record->findings[ $assumption ] ?? null;
			if ( $known === null || $known->state === State::NotKnown || $known->revision < $about->revision ) {
				return true;
			}
		}
		return false;
	}

	/** @return list<string> names. */
	public function of_drafts(): array {
		$leaves = static fn ( Trial $one ): bool => $one->about()->leaves_drafts;
		return array_keys( array_filter( $this->trials, $leaves ) );
	}

	/**
	 * @param list<string> $names
	 * @return list<string>
	 */
	public function without_drafts( array $names ): array {
		return array_values( array_diff( $names, $this->of_drafts() ) );
	}
}
