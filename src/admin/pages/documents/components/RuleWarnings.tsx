import { __, sprintf } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import { listOf, type ListName, type Names, optionsOf } from '../conditions';
import { isUnread, type Rule } from '../rules';

type RuleWarningsProps = {
	isNever: boolean;
	/** None for all other orders. */
	rule?: Rule;
	names?: Names;
};

/** What keeps a rule from taking the orders that it names. */
export function RuleWarnings( { isNever, rule, names }: RuleWarningsProps ) {
	const gone =
		rule && names
			? LISTS.flatMap( ( name ) => goneOf( name, rule, names ) )
			: [];
	return (
		<>
			{ rule && isUnread( rule ) && (
				<Warning
					text={ __(
						'It may come from a newer version of the plugin. Orders that no rule above takes get no such document until you update the plugin or remove this rule.',
						'orderinvoicer'
					) }
				/>
			) }
			{ isNever && (
				<Warning
					text={ __(
						'This never happens: the rules above take all of these orders.',
						'orderinvoicer'
					) }
				/>
			) }
			{ gone.length > 0 && (
				<Warning
					text={ sprintf(
						/* translators: %s: what a rule asks for, such as the id of a payment method. */
						__(
							'The rule asks for what this shop does not have (any more): %s.',
							'orderinvoicer'
						),
						gone.join( ', ' )
					) }
				/>
			) }
		</>
	);
}

const Warning = ( { text }: { text: string } ) => (
	<Message status="warning">
		<p>{ text }</p>
	</Message>
);

const LISTS = [
	'gateways',
	'currencies',
	'shipping',
	'roles',
	'categories',
] as const;

/** What the rule names and the shop does not have (any more); none while nobody has read what it has. */
export function goneOf( name: ListName, rule: Rule, names: Names ): string[] {
	const known = optionsOf( name, names );
	return name !== 'gateways' && names.choices === null
		? []
		: listOf( rule, name ).filter(
				( wanted ) => ! known.some( ( { id } ) => id === wanted )
			);
}
