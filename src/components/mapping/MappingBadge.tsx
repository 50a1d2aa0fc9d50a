import { type MappingState, mappingWord } from './state';

const LOOKS: Record< MappingState, string > = {
	mapped: 'is-done',
	unmapped: 'is-attention',
	unneeded: '',
	broken: 'is-broken',
	unknown: '',
	reading: '',
};

export function MappingBadge( { state }: { state: MappingState } ) {
	return (
		<span className={ `orderinvoicer-badge ${ LOOKS[ state ] }` }>
			{ mappingWord( state ) }
		</span>
	);
}
