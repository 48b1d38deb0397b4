using System.Globalization;
using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>What companies call the columns that our keys stand for, in Italian and in English.</summary>
/// <remarks>
/// Letter case, accents, blanks and punctuation do not count, and neither does what stands in brackets, such as the
/// form of a date. A heading stands for one key at most.
/// </remarks>
internal sealed class Headings
{
    private readonly Dictionary<string, string> _keyByHeading = new(StringComparer.Ordinal);

    /// <param name="isNameOfKeyFirst">See <see cref="IsNameOfKeyFirst"/>.</param>
    /// <param name="lines">A key, a colon, and its headings with commas between.</param>
    private Headings(bool isNameOfKeyFirst, params string[] lines)
    {
        IsNameOfKeyFirst = isNameOfKeyFirst;
        foreach (var line in lines)
        {
            var (key, headings) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..]);
            foreach (var heading in headings.Split(',').Prepend(key))
                _keyByHeading.TryAdd(Marked(heading), key);
        }
    }

    /// <summary>Columns are named exactly like their keys.</summary>
    public static Headings None { get; } = new(isNameOfKeyFirst: true);

    /// <summary>Of a file of interactions.</summary>
    public static Headings Interactions { get; } = new(isNameOfKeyFirst: true, InteractionHeadings.Lines);

    /// <summary>Of a people file.</summary>
    public static Headings People { get; } = new(
        isNameOfKeyFirst: false,
        "id:matricola,n matricola,nr matricola,num matricola,numero matricola,matricola dipendente,codice dipendente,"
            + "cod dipendente,id dipendente,numero dipendente,codice persona,employee id,employee no,employee number,"
            + "employee code,emp id,emp no,staff id,staff no,staff number,person id,personnel number,personnel no,"
            + "worker id",
        "name:nominativo,nome e cognome,nome cognome,cognome e nome,cognome nome,nome completo,"
            + "dipendente,collaboratore,"
            + "full name,display name,employee name,employee,nome visualizzato,complete name,preferred name",
        NameParts.Surname + ":cognome,last name,family name",
        NameParts.Given + ":nome,first name,forename",
        "email:mail,posta elettronica,indirizzo e-mail,indirizzo mail,indirizzo posta elettronica,"
            + "indirizzo di posta elettronica,posta elettronica aziendale,e-mail aziendale,mail aziendale,"
            + "indirizzo e-mail aziendale,e-mail lavoro,e-mail ufficio,casella di posta,casella e-mail,"
            + "e-mail address,mail address,work e-mail,work e-mail address,business e-mail,company e-mail,"
            + "corporate e-mail,office e-mail,primary e-mail,primary smtp address,user email",
        "aliases:alias,altri indirizzi,altre e-mail,indirizzi alternativi,e-mail aliases,e-mail addresses,"
            + "proxy addresses,other e-mails,other mails,user principal name,upn",
        "kind:tipo account,tipo di account,tipo casella,account type,account kind",
        "manager:responsabile,resp,resp diretto,capo,riporta a,reports to,report to,superiore,superiore diretto,"
            + "superiore gerarchico,"
            + "responsabile diretto,responsabile gerarchico,resp gerarchico,diretto superiore,diretto responsabile,"
            + "supervisore,diretto resp,"
            + "capo diretto,capoufficio,line manager,direct manager,reporting manager,supervisor,direct supervisor,"
            + "manager id,manager name,manager e-mail,manager employee id,manager e-mail address,reports to id,"
            + "reports to e-mail,supervisor id,supervisor name,id responsabile,matricola responsabile,"
            + "codice responsabile,e-mail responsabile,nome responsabile,nominativo responsabile,"
            + "matricola del responsabile,boss",
        "department:reparto,ufficio,unità organizzativa,unità operativa,unità,dipartimento,funzione,"
            + "funzione aziendale,divisione,direzione,settore,servizio,area,area aziendale,struttura,dept,dept name,"
            + "department name,function,division,unit,org unit,organizational unit,organisational unit,"
            + "organization unit,organisation unit,business unit",
        "site:sede,sede di lavoro,sede lavorativa,sede aziendale,luogo di lavoro,filiale,stabilimento,città,location,"
            + "location name,work location,office,office location,work site,workplace,plant,city",
        "jobFamily:mansione,famiglia professionale,ruolo,ruolo aziendale,qualifica,profilo professionale,posizione,"
            + "job title,title,job,job name,role,position,professional family,job function,job profile",
        "level:livello,livello gerarchico,livello aziendale,livello di inquadramento,livello contrattuale,job level,"
            + "hierarchy level,org level",
        "start:data assunzione,data di assunzione,assunzione,assunto il,assunto dal,data inizio,data di inizio,"
            + "data inizio rapporto,inizio rapporto,data ingresso,data di ingresso,in forza dal,start date,hire date,"
            + "date of hire,date hired,hired,join date,joining date,date of joining,date joined,employee hire date,"
            + "employment start date,employment start",
        "leave:data cessazione,data di cessazione,cessazione,cessato il,cessato dal,data fine,data di fine,"
            + "data fine rapporto,fine rapporto,data uscita,data di uscita,data dimissioni,leave date,leaving date,"
            + "date left,date of leaving,end date,termination date,exit date,employee leave date time,"
            + "employment end date,employment end",
        "absentFrom:assente dal,inizio assenza,data inizio assenza,inizio aspettativa,absence start,absence from",
        "absentTo:assente fino al,assente al,fine assenza,data fine assenza,fine aspettativa,rientro,data rientro,"
            + "absence end,absence to",
        "fte:full time equivalent,fte %,% part time,percentuale part time,percentuale di part time,perc part time,"
            + "% tempo parziale,percentuale tempo parziale,% orario,percentuale orario,% orario di lavoro,% lavoro,"
            + "% impiego,percentuale di impiego,percentuale impiego,grado di occupazione,part time percentage,"
            + "part time percent,percentage part time,part time rate,employment percentage,employment rate,"
            + "employment level,% employment,% employed,work percentage,working percentage,working time percentage,"
            + "% working time,% time worked",
        "workingDays:giorni lavorativi,giorni lavorati,giorni di lavoro,giorni della settimana lavorati,"
            + "giorni lavorativi settimanali,giornate lavorative,giornate lavorate,giornate di lavoro,"
            + "days worked,work days,days of work,working weekdays,working week days,weekdays worked");

    /// <summary>
    /// Whether a column named like its key is taken where others stand for the key as well; else they are refused.
    /// </summary>
    public bool IsNameOfKeyFirst { get; }

    /// <summary>The key that a heading stands for; null where it stands for none.</summary>
    public string? KeyOf(string heading) =>
        _keyByHeading.GetValueOrDefault(Marked(heading)) ?? _keyByHeading.GetValueOrDefault(Normal(heading));

    /// <summary>
    /// With a sign that it is of per cent: <c>Part time</c> holds yes or no, <c>Part time %</c> a share.
    /// </summary>
    private static string Marked(string heading) => Normal(heading) + (heading.Contains('%') ? "%" : "");

    /// <summary>Whether brackets at the end of a heading say that the column holds addresses.</summary>
    public static bool IsOfAddresses(string heading) =>
        InBrackets(heading) is "indirizzo" or "address" or "email" or "mail" or "emailaddress" or "smtp";

    /// <inheritdoc cref="IsOfAddresses"/>
    public static bool IsOfNamesOrTypes(string heading) =>
        InBrackets(heading) is "nome" or "name" or "displayname" or "nomevisualizzato" or "tipo" or "type";

    private static string? InBrackets(string heading) =>
        heading.TrimEnd() is [.., ')'] text && text.LastIndexOf('(') is >= 0 and var start
            ? Normal(text[(start + 1)..^1])
            : null;

    /// <summary>Letters and digits in lower case, without accents and without what stands in brackets.</summary>
    public static string Normal(string heading)
    {
        var normal = new StringBuilder(heading.Length);
        var depth = 0;
        foreach (var c in heading.Normalize(NormalizationForm.FormD))
        {
            depth += c is '(' or '[' ? 1 : c is ')' or ']' && depth > 0 ? -1 : 0;
            if (depth == 0 && char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c)
                is not UnicodeCategory.NonSpacingMark)
                normal.Append(char.ToLowerInvariant(c));
        }
        return normal.ToString();
    }
}

/// <summary>Columns that hold a part of a name each, in files that have no column for the whole.</summary>
internal static class NameParts
{
    public const string Surname = "surname";
    public const string Given = "givenName";

    /// <summary>The key that the parts make up, in the order of their columns.</summary>
    public const string Key = "name";
}
