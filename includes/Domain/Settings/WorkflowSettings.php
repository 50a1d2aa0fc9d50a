<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Fields\Flag;
use OrderInvoicer\Domain\Settings\Fields\Id;
use OrderInvoicer\Domain\Settings\Fields\Moment;
use OrderInvoicer\Domain\Settings\Fields\Text;

/**
 * What the owner set for one kind of document: a short list of rules, and the fields here for all orders that none of
 * them takes. Ids of rules: `Rule`.
 */
final class WorkflowSettings {

	/** @param list<Rule> $rules asked from the top. */
	public function __construct(
		#[Flag]
		public readonly bool $enabled,
		#[Text( Trigger::CONFIRMED, pattern: Trigger::PATTERN, as: Trigger::class, description: Trigger::ABOUT )]
		public readonly Trigger $trigger,
		#[Text(
			pattern: '^([0-9]{4}-[0-9]{2}-[0-9]{2})?$',
			description: 'Y-m-d in the time zone of the shop; orders created before are never touched by themselves.'
				. ' Empty until Sellsy is connected.'
		)]
		public readonly string $start_date,
		#[Text( Finalise::MANUAL, pattern: Finalise::PATTERN, as: Finalise::class, description: Finalise::ABOUT )]
		public readonly Finalise $finalise,
		#[Flag( description: 'Sellsy sends the document to the customer, once.' )]
		public readonly bool $email,
		/** Sellsy staff. */
		#[Id( is_optional: true )]
		public readonly ?int $owner_id,
		/** Sellsy document model; left out where the document has a parent, Sellsy takes one of the two. */
		#[Id( is_optional: true )]
		public readonly ?int $model_id,
		#[Id( is_optional: true )]
		public readonly ?int $rate_category_id,
		/** Invoices only. */
		#[Id( is_optional: true )]
		public readonly ?int $payment_term_id,
		/** With placeholders such as `{order_number}`. */
		#[Text( longest: 255, is_free: true, description: 'Empty: “Order” and its number, in the shop\'s language.' )]
		public readonly string $subject,
		#[Text( longest: 2000, is_free: true )]
		public readonly string $note,
		#[Rules]
		public readonly array $rules = [],
		#[Flag( true, 'Orders that no rule takes: a document as the fields here say. False: none.' )]
		public readonly bool $others = true,
		#[Moment( 'When it was switched on: what had its moment before is not touched by itself.' )]
		public readonly ?\DateTimeImmutable $since = null,
	) {}

	/** Switched on just now, or as it was. What an older release switched on has no moment. */
	public function switched( self $before, \DateTimeImmutable $now ): self {
		$own = [ 'since' => $this->enabled && ! $before->enabled ? $now : $before->since ];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	public function has_rules(): bool {
		return $this->rules !== [];
	}

	/**
	 * @param OrderTraits|null $order null only where the shop has no rules: then nobody reads them.
	 * @param int|null         $named the rule that other code chose; one that is unknown takes nothing.
	 * @return int UNSURE where the order does not tell whether a rule takes it: then no rule below counts.
	 */
	public function rule_for( ?OrderTraits $order, ?int $named = null ): int {
		if ( $named !== null && $named !== Rule::OTHERS ) {
			return $this->find( $named ) === null ? Rule::NONE : $named;
		}
		foreach ( $named === null ? $this->rules : [] as $rule ) {
			$takes = $rule->takes( $order ?? throw new \LogicException( 'Rules, and nothing to ask them.' ) );
			if ( $takes !== false ) {
				return $takes === null ? Rule::UNSURE : $rule->id;
			}
		}
		return $this->others ? Rule::OTHERS : Rule::NONE;
	}

	/** Whether a document is made of the orders that the rule takes. */
	public function makes( int $rule_id ): bool {
		return $rule_id === Rule::OTHERS ? $this->others : $this->find( $rule_id )?->makes === true;
	}

	/** Nobody knows whether a document is to be made of them. */
	public function is_unread( int $rule_id ): bool {
		return ( $this->find( $rule_id )->unread ?? '' ) !== '';
	}

	/**
	 * What counts for a document of that rule, as if there were no other. The rule may have been taken away since, or a
	 * person asked for what no rule makes: then a person does the rest as well.
	 */
	public function under( int $rule_id ): self {
		$rule = $this->find( $rule_id );
		$own  = match ( true ) {
			$rule_id === Rule::OTHERS             => [],
			$rule === null || ! $rule->makes      => [
				'finalise' => new Finalise( Finalise::MANUAL ),
				'email'    => false,
			],
			default                               => [
				'trigger'          => $rule->trigger,
				'finalise'         => $rule->finalise,
				'email'            => $rule->email,
				'owner_id'         => $rule->owner_id ?? $this->owner_id,
				'model_id'         => $rule->model_id ?? $this->model_id,
				'rate_category_id' => $rule->rate_category_id ?? $this->rate_category_id,
			],
		};
		$alone = [
			'rules'  => [],
			'others' => true,
		];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$alone, ...$own ] );
	}

	/** @return list<self> what counts for each rule that makes something. */
	public function outcomes(): array {
		$ids = array_filter( [ ...array_column( $this->rules, 'id' ), Rule::OTHERS ], $this->makes( ... ) );
		return array_map( $this->under( ... ), array_values( $ids ) );
	}

	/** At least one rule has that trigger. */
	public function starts_by( string $trigger ): bool {
		$triggers = array_map( static fn ( self $one ): string => $one->trigger->value, $this->outcomes() );
		return in_array( $trigger, $triggers, true );
	}

	/** Sellsy sends the documents of at least one rule. */
	public function sends_any(): bool {
		return array_filter( $this->outcomes(), static fn ( self $one ): bool => $one->email ) !== [];
	}

	public function find( int $rule_id ): ?Rule {
		foreach ( $this->rules as $rule ) {
			if ( $rule->id === $rule_id ) {
				return $rule;
			}
		}
		return null;
	}
}
